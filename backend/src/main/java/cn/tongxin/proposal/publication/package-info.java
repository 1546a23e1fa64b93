/** What of proposals the public may read. */
@NullMarked
package cn.tongxin.proposal.publication;

import org.jspecify.annotations.NullMarked;
