package cn.tongxin.storage;

import cn.tongxin.stage.TestCommittee;

/** The nightly removal of what nobody needs, at once. */
public final class Sweep {
    private Sweep() {}

    public static void orphansOf(TestCommittee committee) {
        committee.stage().bean(Orphans.class).sweep(committee.id());
    }
}
