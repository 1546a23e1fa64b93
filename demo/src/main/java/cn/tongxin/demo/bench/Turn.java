package cn.tongxin.demo.bench;

/** One hand's way round the committees; the hands begin at different ones. */
final class Turn {
    private final int all;
    private int next;

    Turn(int hand, int all) {
        this.all = all;
        this.next = hand * 7;
    }

    int take() {
        return next++ % all;
    }
}
