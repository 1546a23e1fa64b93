/** The review of proposals beyond a single step: by list, splitting, joining, converting, and who reviews at which stage. */
@NullMarked
package cn.tongxin.proposal.review;

import org.jspecify.annotations.NullMarked;
