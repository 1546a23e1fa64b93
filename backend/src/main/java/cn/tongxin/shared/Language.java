package cn.tongxin.shared;

/** Languages besides Chinese in which members write: Tibetan, Uyghur, Korean, Mongolian, Kazakh, Yi, Zhuang (domain §5.5). */
public enum Language {
    BO,
    UG,
    KO,
    MN,
    KK,
    II,
    ZA
}
