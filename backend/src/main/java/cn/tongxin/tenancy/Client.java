package cn.tongxin.tenancy;

/** From where a request came. */
public enum Client {
    CONSOLE,
    PHONE,
    SYSTEM
}
