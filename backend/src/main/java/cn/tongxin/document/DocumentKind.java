package cn.tongxin.document;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A kind of document that a feature prints, one bean each: the shipped template, which an office may replace by its own.
 *
 * @param key as in URLs and rows: PROPOSAL_FORM
 * @param title as people call it: 提案表
 * @param keepers who may put another template in its place, besides the administrator
 * @param slots what a template of this kind may name
 */
public record DocumentKind(
        String key, String title, Set<Role> keepers, Set<String> slots, Supplier<OfficialPage> standard) {

    boolean isKeptBy(Caller caller) {
        return caller.has(Role.TENANT_ADMIN) || keepers.stream().anyMatch(caller::has);
    }
}
