package cn.tongxin.storage;

/** How large a file may be and how many a matter may carry; the committee decides. Asked inside a transaction. */
public interface FileLimits {
    long maxBytes();

    int maxPerMatter();
}
