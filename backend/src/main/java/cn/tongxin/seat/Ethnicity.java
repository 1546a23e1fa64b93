package cn.tongxin.seat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of the ethnic groups by GB/T 3304, and the short forms that offices write. */
final class Ethnicity {

    private static final List<String> STANDARD = List.of(
            "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
            "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族",
            "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族", "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族",
            "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族", "其他");

    private static final Map<String, String> BY_NAME = byName();

    private Ethnicity() {}

    /** "藏" and "藏族（康巴）" are 藏族; an unknown or an unclear word is nothing. */
    static Optional<String> named(String text) {
        return Optional.ofNullable(BY_NAME.get(RosterText.compact(text).replaceAll("\\(.*\\)$", "")));
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var name : STANDARD) {
            names.put(name, name);
            names.put(name.replaceFirst("族$", ""), name);
        }
        names.putAll(Map.of("维族", "维吾尔族", "蒙族", "蒙古族", "朝族", "朝鲜族", "未识别民族", "其他", "其它", "其他", "穿青人", "其他"));
        return Map.copyOf(names);
    }
}
