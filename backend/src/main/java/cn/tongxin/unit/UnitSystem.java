package cn.tongxin.unit;

/** Through which office a unit is reached. */
public enum UnitSystem {
    PARTY,
    GOVERNMENT,
    NPC,
    CPPCC,
    COURT,
    PROCURATORATE,
    OTHER
}
