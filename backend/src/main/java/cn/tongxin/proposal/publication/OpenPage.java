package cn.tongxin.proposal.publication;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A committee's page for the whole web, as its office sees it.
 *
 * @param url to be put on the committee's own site
 * @param open whether the committee has switched it on; until then nobody finds anything there
 */
@Serdeable
record OpenPage(String url, boolean open) {}
