package cn.tongxin.storage;

import cn.tongxin.tenancy.Caller;
import java.util.UUID;

/** Who else may read a file: a feature that attaches files says whether the caller sees the thing it is attached to. */
public interface FileReaders {
    boolean mayRead(Caller caller, UUID file);
}
