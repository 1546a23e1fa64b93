package cn.tongxin.tenancy;

/** Where a seat stands: only an ACTIVE one writes, an ENDED or SUSPENDED one still reads, a PENDING one is invisible. */
public enum SeatStatus {
    PENDING,
    ACTIVE,
    SUSPENDED,
    ENDED
}
