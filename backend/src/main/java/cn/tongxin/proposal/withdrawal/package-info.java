/** After filing the proponent asks for withdrawal, and the office decides. */
@NullMarked
package cn.tongxin.proposal.withdrawal;

import org.jspecify.annotations.NullMarked;
