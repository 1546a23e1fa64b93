package cn.tongxin.document;

import java.util.Locale;

/**
 * The fonts of official documents and what stands in for them. The names that GB/T 9704 asks for belong to vendors and
 * cannot be shipped: an installation puts them into the folder {@code TONGXIN_FONTS}, each under its name ({@code
 * 方正小标宋简体.ttf}). Where they are missing, Noto's Song and Hei are drawn; every glyph that one font lacks is looked for in the next.
 */
final class Fonts {
    static final String SONG = "Tongxin Song";
    static final String TITLE = "Tongxin Title";
    static final String HEI = "Tongxin Hei";

    /** The Song once more, for characters beyond the BMP alone: FOP numbers what follows one of them wrongly for whoever copies the text. */
    static final String RARE = "Tongxin Rare";

    private Fonts() {}

    /** A font's name as in Word, and the families that are tried for it in turn. */
    static String families(String name) {
        var plain = name.replaceAll("['\",\\\\]", "").strip();
        var ours = standIn(plain);
        return (plain.isEmpty() ? "" : "'" + plain + "',") + "'" + ours + "'"
                + (ours.equals(SONG) ? "" : ",'" + SONG + "'");
    }

    private static String standIn(String name) {
        var known = name.toLowerCase(Locale.ROOT);
        if (known.contains("标宋") || known.contains("中宋")) {
            return TITLE;
        }
        return known.contains("黑") || known.contains("hei") || known.contains("sans") ? HEI : SONG;
    }
}
