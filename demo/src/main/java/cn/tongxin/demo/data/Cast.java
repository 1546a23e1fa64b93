package cn.tongxin.demo.data;

import cn.tongxin.demo.office.Office.People;
import cn.tongxin.demo.office.Office.Person;
import cn.tongxin.stand.DemoAccount;
import java.util.List;
import java.util.stream.Stream;

/** Who works where in the demo. All people are invented. */
public final class Cast {
    static final String GANZI = "513300";
    static final String SICHUAN = "510000";
    static final String KANGDING = "513301";

    private static final List<String> ADMIN = List.of("TENANT_ADMIN");
    private static final List<String> OFFICE = List.of(
            "MEMBER_AFFAIRS",
            "PROPOSAL_STAFF",
            "PROPOSAL_REVIEWER",
            "ASSIGNING_OFFICE",
            "INFO_EDITOR",
            "INFO_APPROVER",
            "STUDY_STAFF",
            "ROLLUP_REPORTER");
    private static final List<String> ANALYST = List.of("PROVINCE_ANALYST");

    /** A committee with the two people of its console; the account names begin with the place. */
    record Place(String code, String name, String place, String admin, String staff) {
        boolean isProvince() {
            return code.endsWith("0000");
        }

        People people() {
            return isProvince()
                    ? new People(
                            new Person(place + "-admin", admin, ADMIN), new Person(place + "-analyst", staff, ANALYST))
                    : new People(
                            new Person(place + "-admin", admin, ADMIN), new Person(place + "-staff", staff, OFFICE));
        }
    }

    static final List<Place> PLACES = List.of(
            new Place(SICHUAN, "四川省政协", "sichuan", "周敏", "陈静"),
            new Place(GANZI, "甘孜藏族自治州政协", "ganzi", "格桑卓玛", "王晓燕"),
            new Place(KANGDING, "康定市政协", "kangding", "益西", "刘芳"),
            new Place("220000", "吉林省政协", "jilin", "孙丽", "赵伟"),
            new Place("222400", "延边朝鲜族自治州政协", "yanbian", "金美兰", "朴正男"),
            new Place("222401", "延吉市政协", "yanji", "崔英子", "李哲"),
            new Place("540000", "西藏自治区政协", "xizang", "德吉", "次仁央宗"),
            new Place("540200", "日喀则市政协", "rikaze", "边巴", "普布卓嘎"),
            new Place("540202", "桑珠孜区政协", "sangzhuzi", "旺堆", "白玛曲珍"));

    /** Who takes in what the prefectures send up, in a province. */
    static final Person INFO = new Person("sichuan-info", "赵敏", List.of("INFO_EDITOR", "INFO_APPROVER"));

    static final Person CLERK = new Person("ganzi-clerk", "李建国", List.of("UNIT_CLERK"));

    /** Who reads the security log of a committee and does nothing else there. */
    static final Person AUDITOR = new Person("ganzi-auditor", "德吉央宗", List.of("AUDITOR"));

    private Cast() {}

    /** A line of the table that the stand ends with. */
    public record Line(DemoAccount account, String where, String what) {}

    public static List<Line> console() {
        var operator =
                Stream.of(new Line(DemoAccount.of("operator", "平台运维", List.of("platform-operator")), "平台", "运维"));
        var offices = PLACES.stream()
                .flatMap(place -> Stream.of(
                        line(place.people().staff(), place.name, place.isProvince() ? "省级数据分析" : "委员会办公室"),
                        line(place.people().admin(), place.name, "管理员")));
        return Stream.of(
                        operator,
                        offices,
                        Stream.of(
                                line(INFO, "四川省政协", "社情民意"),
                                line(AUDITOR, "甘孜藏族自治州政协", "审计员"),
                                line(CLERK, "州卫生健康委员会", "承办单位经办人")))
                .flatMap(lines -> lines)
                .toList();
    }

    public static List<DemoAccount> accounts() {
        return console().stream().map(Line::account).toList();
    }

    static DemoAccount account(String username) {
        return accounts().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static Line line(Person person, String where, String what) {
        return new Line(DemoAccount.of(person.account(), person.name(), List.of()), where, what);
    }
}
