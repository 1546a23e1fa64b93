package cn.tongxin.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.document.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The single values of a roster in the forms that offices write them. */
class RosterValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1966.12          | 1966-12
            1966.1           | 1966-01
            1966-09          | 1966-09
            1966/9           | 1966-09
            1989年4月        | 1989-04
            1989年04月07日   | 1989-04
            1989 年 4 月     | 1989-04
            １９８９年４月   | 1989-04
            198904           | 1989-04
            19890407         | 1989-04
            1989.04.07       | 1989-04
            1966.12（57岁）  | 1966-12
            1966.12出生      | 1966-12
            1989-04-07 00:00:00 | 1989-04
            一九六六年十二月 | 1966-12
            一九九〇年十月   | 1990-10
            """)
    void a_birth_is_read_in_many_forms(String text, YearMonth birth) throws Exception {
        assertThat(BirthMonth.read(new Cell.Text(text), false)).isEqualTo(birth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1966", "1966.13", "1966.00", "66.12", "57岁", "12.1966", "1966.2.30", "不详", "31321"})
    void a_birth_that_would_be_a_guess_is_refused(String text) {
        assertThatThrownBy(() -> BirthMonth.read(new Cell.Text(text), false)).isInstanceOf(BirthMonth.Unclear.class);
    }

    @Test
    void a_birth_typed_as_a_number_is_october_only_when_the_format_says_so() throws Exception {
        var number = new BigDecimal("1966.1");
        assertThat(BirthMonth.read(new Cell.Number(number, "0.00"), false)).isEqualTo(YearMonth.of(1966, 10));
        assertThat(BirthMonth.read(new Cell.Number(new BigDecimal("1966.12"), null), false))
                .isEqualTo(YearMonth.of(1966, 12));
        assertThat(BirthMonth.read(new Cell.Day(LocalDate.of(1985, 10, 1)), false))
                .isEqualTo(YearMonth.of(1985, 10));
        assertThatThrownBy(() -> BirthMonth.read(new Cell.Number(number, null), false))
                .isInstanceOf(BirthMonth.Unclear.class);
        assertThatThrownBy(() -> BirthMonth.read(new Cell.Text("1966.1"), true)).isInstanceOf(BirthMonth.Unclear.class);
    }

    @Property
    void every_month_is_read_back_from_each_form(
            @ForAll @IntRange(min = 1920, max = 2009) int year, @ForAll @IntRange(min = 1, max = 12) int month)
            throws Exception {
        var birth = YearMonth.of(year, month);
        for (var form : new String[] {"%d.%02d", "%d-%02d", "%d年%d月", "%d/%02d", "%d%02d"}) {
            assertThat(BirthMonth.read(new Cell.Text(form.formatted(year, month)), true))
                    .isEqualTo(birth);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19900010001",
                "199-0001-0001",
                "199 0001 0001",
                "+86 19900010001",
                "+86-199-0001-0001",
                "8619900010001",
                "008619900010001",
                "１９９０００１０００１",
                "'19900010001",
                "手机：19900010001",
                "19900010001（微信同号）",
                "199－0001－0001",
                "19900010001.0",
                "1.9900010001E+10"
            })
    void a_phone_is_read_in_many_forms(String text) throws Exception {
        assertThat(RosterPhone.read(new Cell.Text(text))).isEqualTo("19900010001");
    }

    @ParameterizedTest
    @CsvSource({
        "1990002000,roster.phone-invalid",
        "199000200011,roster.phone-invalid",
        "0836-2822123,roster.phone-invalid",
        "12900010001,roster.phone-invalid",
        "1.99E+10,roster.phone-rounded",
        "19900010001/19900010002,roster.phone-several",
        "19900010001 0836-2822123,roster.phone-several",
        "不详,roster.phone-invalid"
    })
    void anything_else_is_not_a_phone(String text, String code) {
        assertThatThrownBy(() -> RosterPhone.read(new Cell.Text(text)))
                .isInstanceOfSatisfying(
                        RosterPhone.Unclear.class,
                        unclear -> assertThat(unclear.problem.code()).isEqualTo(code));
    }

    @Property
    void a_phone_kept_as_a_number_keeps_every_digit(
            @ForAll @LongRange(min = 13000000000L, max = 19999999999L) long phone) throws Exception {
        assertThat(RosterPhone.read(new Cell.Number(new BigDecimal((double) phone), null)))
                .isEqualTo(Long.toString(phone));
    }

    @ParameterizedTest
    @CsvSource({
        "经济界,经济",
        "农业和农村界,农业和农村",
        "农业,农业和农村",
        "农业农村界别,农业和农村",
        "中共,中国共产党",
        "中共界,中国共产党",
        "文艺,文化艺术",
        "总工会,工会",
        "无党派人士,无党派",
        "特别邀请人士,特邀人士",
        "　九三学社　,九三学社",
        "九三,九三学社",
        "青年联合会,青联",
        "社会福利与社会保障,社会福利和社会保障",
        "环资界,环境资源",
        "中国农工民主党,农工党",
        "州直机关,州直机关"
    })
    void a_sector_is_found_behind_its_variants(String written, String name) {
        var names = new String[] {
            "经济", "农业和农村", "中国共产党", "文化艺术", "工会", "无党派", "特邀人士", "九三学社", "青联", "社会福利和社会保障", "环境资源", "农工党", "州直机关"
        };
        var sectors = new java.util.HashMap<String, UUID>();
        for (var each : names) {
            sectors.put(each, UUID.nameUUIDFromBytes(each.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        assertThat(new SectorNames(sectors).find(written)).contains(sectors.get(name));
        assertThat(new SectorNames(sectors).find("不存在的界别")).isEmpty();
    }

    @Test
    void a_local_sector_is_not_mistaken_for_the_national_one_beside_it() {
        var farm = UUID.randomUUID();
        var rural = UUID.randomUUID();
        var sectors = new SectorNames(Map.of("农业", farm, "农业和农村", rural));
        assertThat(sectors.find("农业界")).contains(farm);
        assertThat(sectors.find("农业和农村界")).contains(rural);
        assertThat(sectors.find("农林")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "社会法制委员会,社会和法制委员会",
        "社法委,社会和法制委员会",
        "民族宗教委,民族和宗教委员会",
        "文化文史与学习委员会,文化文史和学习委员会",
        "州政协提案委员会,提案委员会",
        "提案委,提案委员会",
        "农业农村委,农业和农村委员会",
        "教科卫体委副主任,教科卫体委员会",
        "人资环委,人口资源环境委员会"
    })
    void a_special_committee_is_found_behind_its_variants(String written, String name) {
        var names =
                new String[] {"社会和法制委员会", "民族和宗教委员会", "文化文史和学习委员会", "提案委员会", "农业和农村委员会", "教科卫体委员会", "人口资源环境委员会", "经济委员会"
                };
        var committees = new java.util.HashMap<String, UUID>();
        for (var each : names) {
            committees.put(each, UUID.nameUUIDFromBytes(each.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        assertThat(new SpecialCommitteeNames(committees).find(written)).contains(committees.get(name));
    }

    @Test
    void two_special_committees_in_one_cell_are_two() {
        for (var cell :
                new String[] {"提案委员会、经济委员会", "提案委员会/经济委员会", "提案委员会；经济委员会", "提案委员会\n经济委员会", "提案委员会 经济委员会", "提案委员会，经济委员会"
                }) {
            assertThat(SpecialCommitteeNames.split(cell)).containsExactly("提案委员会", "经济委员会");
        }
        assertThat(SpecialCommitteeNames.split("无")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"李　强,李强", "曲比•阿依,曲比·阿依", "曲比 . 阿依,曲比·阿依", "𬭎㛃,𬭎㛃", "བཀྲ་ཤིས་ ཚེ་རིང་,བཀྲ་ཤིས་ ཚེ་རིང་", "김 철수,김 철수"})
    void a_name_loses_what_the_typist_added_and_nothing_else(String written, String name) {
        assertThat(RosterText.name(written)).isEqualTo(name);
        assertThat(RosterText.name("李\u200B强\uFEFF")).isEqualTo("李强");
    }

    @ParameterizedTest
    @CsvSource({"汉,汉族", "藏族（康巴）,藏族", "维族,维吾尔族", "哈尼,哈尼族"})
    void an_ethnic_group_is_found_with_or_without_its_last_word(String written, String name) {
        assertThat(Ethnicity.named(written)).contains(name);
        assertThat(Ethnicity.named("哈族")).isEmpty();
    }
}
