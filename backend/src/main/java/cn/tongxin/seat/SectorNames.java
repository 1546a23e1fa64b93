package cn.tongxin.seat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds a committee's own sector behind the ways in which offices write it: 经济界, 农业, 中共, 民革州委会. */
final class SectorNames {

    /** Names of one and the same sector; the first is the national one. */
    private static final List<List<String>> SAME = List.of(
            List.of("中国共产党", "中共", "共产党", "中共党员"),
            List.of("民革", "中国国民党革命委员会"),
            List.of("民盟", "中国民主同盟"),
            List.of("民建", "中国民主建国会"),
            List.of("民进", "中国民主促进会"),
            List.of("农工党", "中国农工民主党", "农工民主党", "农工"),
            List.of("致公党", "中国致公党", "致公"),
            List.of("九三学社", "九三"),
            List.of("台盟", "台湾民主自治同盟"),
            List.of("无党派", "无党派人士", "无党派民主人士", "无党派爱国人士"),
            List.of("共青团", "共产主义青年团", "中国共产主义青年团", "团委"),
            List.of("青联", "青年联合会", "青年联合"),
            List.of("共青团和青联", "共青团青联", "共青团和青年联合会"),
            List.of("工会", "总工会"),
            List.of("妇联", "妇女联合会", "妇女"),
            List.of("工商联", "工商业联合会", "工商"),
            List.of("科协", "科学技术协会"),
            List.of("台联", "台湾同胞联谊会", "台胞联谊会"),
            List.of("侨联", "归国华侨联合会", "归侨侨眷联合会", "侨务"),
            List.of("文化艺术", "文艺", "文化和艺术", "文化"),
            List.of("科学技术", "科技", "科学和技术"),
            List.of("社会科学", "社科"),
            List.of("经济"),
            List.of("农业和农村", "农业农村", "农业", "农业与农村", "农林", "农村"),
            List.of("教育"),
            List.of("体育"),
            List.of("新闻出版", "新闻", "新闻和出版"),
            List.of("医药卫生", "医卫", "卫生", "医疗卫生", "医药"),
            List.of("对外友好", "对外友好人士"),
            List.of("社会福利和社会保障", "社会福利与社会保障", "社会福利社会保障", "社会福利", "社会保障", "福利保障"),
            List.of("环境资源", "环境和资源", "环资", "资源环境", "环境与资源"),
            List.of("少数民族", "民族"),
            List.of("宗教"),
            List.of("特邀人士", "特别邀请人士", "特邀", "特别邀请"),
            List.of("特邀港澳人士", "特邀港澳", "港澳", "港澳人士"),
            List.of("特邀香港人士", "香港", "特邀香港同胞"),
            List.of("特邀澳门人士", "澳门", "特邀澳门同胞"));

    /** Sectors that some committees keep together. */
    private static final Map<String, String> PART_OF =
            Map.of("共青团", "共青团和青联", "青联", "共青团和青联", "特邀香港人士", "特邀港澳人士", "特邀澳门人士", "特邀港澳人士");

    private static final Map<String, String> NATIONAL = national();

    private final Map<String, UUID> exact = new HashMap<>();
    private final Map<String, UUID> byMeaning = new HashMap<>();

    /** The committee's own sectors, by name. */
    SectorNames(Map<String, UUID> sectors) {
        sectors.forEach((name, id) -> {
            exact.put(plain(name), id);
            // Two sectors of one meaning are told apart by their exact names only.
            byMeaning.merge(meaning(name), id, (_, _) -> NONE);
        });
    }

    private static final UUID NONE = new UUID(0, 0);

    Optional<UUID> find(String text) {
        var plain = plain(text);
        var found = exact.getOrDefault(plain, byMeaning.getOrDefault(meaning(plain), NONE));
        if (found.equals(NONE)) {
            found = byMeaning.getOrDefault(PART_OF.getOrDefault(meaning(plain), ""), NONE);
        }
        return Optional.of(found).filter(id -> !id.equals(NONE));
    }

    /** Whether any committee of the country would call a sector so. */
    static boolean isNational(String text) {
        return NATIONAL.containsKey(plain(text));
    }

    private static String meaning(String name) {
        var plain = plain(name);
        return NATIONAL.getOrDefault(plain, plain);
    }

    private static String plain(String text) {
        var compact = RosterText.compact(text).replaceAll("\\(.*\\)$", "").replaceAll("[、,]", "和");
        return compact.replaceFirst("(?<=.)(界别|界)(委员)?(组)?$", "");
    }

    private static Map<String, String> national() {
        var names = new HashMap<String, String>();
        for (var group : SAME) {
            group.forEach(name -> names.put(name, group.getFirst()));
        }
        return Map.copyOf(names);
    }
}
