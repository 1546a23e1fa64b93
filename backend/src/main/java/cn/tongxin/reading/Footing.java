package cn.tongxin.reading;

/** A reading group, and what the caller is in it. */
public record Footing(ReadingGroup group, Part part) {
    public boolean isIn() {
        return part.isIn();
    }
}
