/** Signing a proposal beside its lead, and supporting it later. */
@NullMarked
package cn.tongxin.proposal.cosigning;

import org.jspecify.annotations.NullMarked;
