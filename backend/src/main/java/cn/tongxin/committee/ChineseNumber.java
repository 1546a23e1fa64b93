package cn.tongxin.committee;

/** Numbers below a hundred as official names write them: 十四, 二十. */
final class ChineseNumber {

    private static final String DIGITS = "〇一二三四五六七八九";

    static String of(int n) {
        if (n < 1 || n > 99) {
            return Integer.toString(n);
        }
        var tens = n / 10;
        var units = n % 10;
        return (tens > 1 ? DIGITS.substring(tens, tens + 1) : "")
                + (tens > 0 ? "十" : "")
                + (units > 0 ? DIGITS.substring(units, units + 1) : "");
    }

    private ChineseNumber() {}
}
