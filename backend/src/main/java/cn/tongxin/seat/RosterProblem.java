package cn.tongxin.seat;

/** Why a row of a roster is refused, asked about, or remarked on: the code for programs, the words for the clerk. */
enum RosterProblem {
    NAME_MISSING("roster.name-missing", "没有姓名"),
    NAME_INVALID("roster.name-invalid", "姓名中有不是文字的内容"),
    NAME_TOO_LONG("roster.name-too-long", "姓名超过 50 个字"),
    NAME_NOTE("roster.name-note", "姓名里带有括注，请移到备注栏"),
    CELL_FORMULA("roster.cell-formula", "单元格是公式或以公式符号开头，请改为文字"),
    CELL_ERROR("roster.cell-error", "单元格显示错误值"),
    TEXT_TOO_LONG("roster.text-too-long", "文字超过 200 个字"),
    SEX_INVALID("roster.sex-invalid", "性别只能是男或女"),
    ETHNICITY_UNKNOWN("roster.ethnicity-unknown", "不是国家标准中的民族名称"),
    BIRTH_INVALID("roster.birth-invalid", "出生年月读不出年和月"),
    BIRTH_AMBIGUOUS("roster.birth-ambiguous", "“.1”可能是 1 月，也可能是 10 月，请写成 1966-01 或 1966-10"),
    BIRTH_IMPLAUSIBLE("roster.birth-implausible", "按出生年月不满 18 岁或超过 110 岁"),
    SECTOR_MISSING("roster.sector-missing", "没有界别"),
    SECTOR_UNKNOWN("roster.sector-unknown", "本委员会没有这个界别"),
    SPECIAL_COMMITTEE_UNKNOWN("roster.special-committee-unknown", "本委员会没有这个专门委员会"),
    PHONE_INVALID("roster.phone-invalid", "不是 11 位手机号码"),
    PHONE_SEVERAL("roster.phone-several", "一格里有几个号码，请只留一个"),
    PHONE_ROUNDED("roster.phone-rounded", "号码已被表格软件变成科学计数，尾数丢失"),
    PHONE_DUPLICATE("roster.phone-duplicate", "手机号码与另一行相同"),
    PHONE_TAKEN("roster.phone-taken", "手机号码已登记在本委员会另一位委员名下"),
    ROW_DUPLICATE("roster.row-duplicate", "与另一行是同一人"),

    RESIGNED("roster.resigned", "备注说明已不再担任委员，是否作为往任委员导入？"),
    CO_OPTED("roster.co-opted", "备注说明是届中增补，是否导入？"),
    PHONE_MISSING("roster.phone-missing", "没有手机号码，是否仍然导入？"),
    ROW_HIDDEN("roster.row-hidden", "这一行在表中是隐藏的，是否导入？"),
    SAME_NAME("roster.same-name", "委员会中已有同名委员，是同一人还是另一人？"),
    SEAT_DIFFERS("roster.seat-differs", "该委员已在册，内容与表中不同，是否更新？"),
    SEAT_ENDED("roster.seat-ended", "该委员本届已离任，是否重新导入？"),

    TOLD_APART("roster.told-apart", "有同名委员，按手机号码区分"),
    COMMITTEE_TWICE("roster.special-committee-twice", "同一专委会写了两次，只记一次"),
    RANK_NOT_KEPT("roster.rank-not-kept", "职务不在常务委员、主席会议成员之列，按委员导入");

    private final String code;
    private final String words;

    RosterProblem(String code, String words) {
        this.code = code;
        this.words = words;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }
}
