/** Proposals, from the first draft to the closed case. */
@NullMarked
package cn.tongxin.proposal;

import org.jspecify.annotations.NullMarked;
