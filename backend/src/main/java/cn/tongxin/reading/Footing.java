package cn.tongxin.reading;

/** A reading group, and what the caller is in it. */
record Footing(ReadingGroup group, Part part) {
    boolean isIn() {
        return part.isIn();
    }
}
