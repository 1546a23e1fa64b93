/** Outstanding proposals: chosen among the filed ones of a session. */
@NullMarked
package cn.tongxin.proposal.outstanding;

import org.jspecify.annotations.NullMarked;
