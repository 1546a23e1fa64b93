package cn.tongxin.tenancy;

/**
 * What a new committee begins with. Higher floors implement it; whoever creates a committee calls all of them in the
 * founding transaction, as a caller of that committee.
 */
public interface Founding {
    void found();
}
