package cn.tongxin.seat;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a roster can mean. Columns that mean none of these are not read, and so are never stored. */
public enum RosterField {
    NAME("姓名", "姓名", "委员姓名", "名字", "委员"),
    NATIVE_NAME(
            "民族文字姓名",
            "民族文字姓名",
            "本民族文字姓名",
            "少数民族文字姓名",
            "藏文姓名",
            "藏文名",
            "朝文姓名",
            "朝鲜文姓名",
            "维文姓名",
            "维吾尔文姓名",
            "哈萨克文姓名",
            "哈文姓名",
            "蒙文姓名",
            "彝文姓名"),
    SEX("性别", "性别"),
    ETHNICITY("民族", "民族", "族别", "民族成份", "民族成分"),
    BIRTH("出生年月", "出生年月", "出生年月日", "出生日期", "出生时间", "出生", "生日", "生年月"),
    SECTOR("界别", "界别", "所属界别", "所在界别", "代表界别", "委员界别", "界别名称"),
    SPECIAL_COMMITTEE("专委会", "专委会", "专门委员会", "专委", "专委会名称", "专门委员会名称", "委室"),
    RANK("政协职务", "政协职务", "政协内职务", "届内职务", "本届职务", "委员职务", "委员类别", "委员身份", "任职情况"),
    EMPLOYMENT(
            "工作单位及职务",
            "工作单位及职务",
            "工作单位和职务",
            "工作单位与职务",
            "工作单位职务",
            "单位及职务",
            "单位和职务",
            "单位职务",
            "工作单位",
            "单位",
            "单位名称",
            "任职单位",
            "职务",
            "现任职务",
            "行政职务",
            "工作单位及职务职称",
            "职务职称"),
    PHONE("手机号码", "手机号码", "手机号", "手机", "移动电话", "手机电话", "联系手机", "联系电话", "联系方式", "电话号码", "电话"),
    REMARK(
            "备注", "备注", "备考", "说明", "变动情况", "变更情况", "委员变动", "届中变动", "状态", "委员状态", "任免情况", "增补时间", "增补情况", "辞职时间",
            "免职时间");

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔][^)\\]】〕]*[)\\]】〕]");
    private static final Pattern NATIVE =
            Pattern.compile("[(\\[【〔].*(藏文|朝文|朝鲜文|维文|维吾尔文|哈文|哈萨克文|蒙文|蒙古文|彝文|韩文|民族文字|民文).*[)\\]】〕]");
    private static final Pattern PREFIX = Pattern.compile("^(政协委员|委员|本人|所在|所属|参加|现)");

    private final String label;
    private final List<String> headers;

    RosterField(String label, String... headers) {
        this.label = label;
        this.headers = List.of(headers);
    }

    /** The word for it in reports. */
    public String label() {
        return label;
    }

    /** Several columns may feed the remark and the employment; every other field has one. */
    boolean takesSeveral() {
        return this == REMARK || this == EMPLOYMENT;
    }

    /** How well a heading names this field: 0 is best, empty is not at all. */
    record Match(RosterField field, int rank) {}

    static Optional<Match> named(String header) {
        var plain = plain(header);
        if (NATIVE.matcher(plain).find()
                && BRACKETS.matcher(plain).replaceAll("").endsWith("姓名")) {
            return Optional.of(new Match(NATIVE_NAME, 0));
        }
        var bare = BRACKETS.matcher(plain).replaceAll("");
        return exactly(bare).or(() -> exactly(PREFIX.matcher(bare).replaceFirst("")));
    }

    private static Optional<Match> exactly(String header) {
        for (var field : values()) {
            var rank = field.headers.indexOf(header);
            if (rank >= 0) {
                return Optional.of(new Match(field, rank));
            }
        }
        return Optional.empty();
    }

    /** "姓 名 ", "*姓名", "联系电话\n（手机）" without what a typist adds. */
    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}*:：、/]", "");
    }
}
