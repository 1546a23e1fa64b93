package cn.tongxin.document;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A kind of document that a feature prints, one bean each: the shipped template, which an office may replace by its own.
 *
 * @param key as in URLs and rows: PROPOSAL_FORM
 * @param title as people call it: 提案表
 * @param slots what a template of this kind may name
 */
public record DocumentKind(String key, String title, Set<String> slots, Supplier<OfficialPage> standard) {}
