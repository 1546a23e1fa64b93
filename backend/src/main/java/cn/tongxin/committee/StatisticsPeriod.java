package cn.tongxin.committee;

/** What figures are counted by unless somebody asks otherwise. */
public enum StatisticsPeriod {
    SESSION,
    YEAR
}
