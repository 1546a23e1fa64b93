package cn.tongxin.committee;

import java.util.List;

/** The 34 sectors and the special committees that a local committee usually has, in official order. */
final class StandardSections {
    private static final List<String> SECTORS = List.of(
            "中国共产党",
            "民革",
            "民盟",
            "民建",
            "民进",
            "农工党",
            "致公党",
            "九三学社",
            "台盟",
            "无党派",
            "共青团",
            "青联",
            "工会",
            "妇联",
            "工商联",
            "科协",
            "台联",
            "侨联",
            "文化艺术",
            "科学技术",
            "社会科学",
            "经济",
            "农业和农村",
            "教育",
            "体育",
            "新闻出版",
            "医药卫生",
            "对外友好",
            "社会福利和社会保障",
            "少数民族",
            "宗教",
            "环境资源",
            "特邀港澳人士",
            "特邀人士");

    private static final List<String> SPECIAL_COMMITTEES = List.of(
            "提案委员会", "经济委员会", "农业和农村委员会", "人口资源环境委员会", "教科卫体委员会", "社会法制委员会", "民族宗教委员会", "港澳台侨和外事委员会", "文化文史和学习委员会");

    private StandardSections() {}

    static List<String> of(SectionKind kind) {
        return switch (kind) {
            case SECTOR -> SECTORS;
            case SPECIAL_COMMITTEE -> SPECIAL_COMMITTEES;
        };
    }
}
