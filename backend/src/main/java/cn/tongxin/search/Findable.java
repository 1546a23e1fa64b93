package cn.tongxin.search;

import java.util.List;
import java.util.UUID;

/**
 * What may be found. Drafts and restricted texts are not fed.
 *
 * @param type the kind of subject, such as {@code proposal}
 * @param names its number, its proponents, as people would look for them
 */
public record Findable(String type, UUID id, String title, List<String> names, String text) {}
