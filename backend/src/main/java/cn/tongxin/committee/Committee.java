package cn.tongxin.committee;

import java.util.UUID;

/** The committee itself, as the directory has it. */
record Committee(UUID id, String code, String name, String level) {}
