package cn.tongxin.storage;

import java.io.InputStream;

/**
 * Looks into a whole file before anybody can read it: the hook for a scanner of viruses. Every bean of this type is asked;
 * an installation without one scans nothing.
 */
public interface FileScan {
    /** Whether the file may be kept. A scanner that cannot answer throws, and the upload is tried again later. */
    boolean isClean(String name, InputStream bytes);
}
