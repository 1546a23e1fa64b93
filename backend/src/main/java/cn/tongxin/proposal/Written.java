package cn.tongxin.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a proponent sends of a draft.
 *
 * @param kind in whose name a member writes: his own, his sector's, his group's; a body's seat has its own
 * @param wishes as they were where absent
 * @param scan the paper it was typed from
 * @param seal the page with the body's seal
 */
record Written(
        Proposal.Text text,
        Proposal.@Nullable Wishes wishes,
        @Nullable ProponentKind kind,
        @Nullable UUID scan,
        @Nullable UUID seal) {}
