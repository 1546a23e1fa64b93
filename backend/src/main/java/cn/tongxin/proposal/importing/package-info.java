/** Brings in the proposals of the years before the system. */
@NullMarked
package cn.tongxin.proposal.importing;

import org.jspecify.annotations.NullMarked;
