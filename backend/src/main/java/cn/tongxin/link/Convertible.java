package cn.tongxin.link;

import java.util.List;
import java.util.UUID;

/** A matter that another feature may take over: its text, and whose it is. */
public record Convertible(UUID author, String title, String situation, String analysis, List<String> suggestions) {}
