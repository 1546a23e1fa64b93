/** The digest of important proposals: short numbered issues for leaders. */
@NullMarked
package cn.tongxin.proposal.digest;

import org.jspecify.annotations.NullMarked;
