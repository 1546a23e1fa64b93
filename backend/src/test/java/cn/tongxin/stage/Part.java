package cn.tongxin.stage;

import org.jspecify.annotations.Nullable;

/** The part of the suite that this machine runs, beside others (bin/check); alone it is the whole. */
public final class Part {
    private static final @Nullable Integer NO = Integer.getInteger("tongxin.part");

    /** How many there are. */
    public static final int ALL = Integer.getInteger("tongxin.parts", 1);

    private Part() {}

    /** Its number, from 1; nothing where the suite runs whole. */
    public static @Nullable Integer no() {
        return NO;
    }

    /** Whether this part does what any of them could do. */
    public static boolean takes(Object what) {
        return NO == null || Math.floorMod(what.toString().hashCode(), ALL) == NO - 1;
    }
}
