package cn.tongxin.storage;

import cn.tongxin.tenancy.Caller;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** A feature that names files: who may read them besides their owner, and which of them it still needs. */
public interface FileReaders {
    /** Whether the caller sees the thing that the file is attached to. */
    boolean mayRead(Caller caller, UUID file);

    /** Those of these files that something names: they are no orphans. */
    Set<UUID> named(Collection<UUID> files);
}
