package cn.tongxin.reading;

/** A reading group, what the caller is in it, and whether he is of the section that it is for. */
public record Footing(ReadingGroup group, Part part, boolean belongs) {
    /** Where it is known that the caller sees the group, only his part counts. */
    static Footing seen(ReadingGroup group, Part part) {
        return new Footing(group, part, false);
    }

    public boolean isIn() {
        return part.isIn();
    }
}
