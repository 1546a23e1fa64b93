/** Key proposals: chosen by the chair council, led by a named leader, pushed with a notice and two meetings. */
@NullMarked
package cn.tongxin.proposal.key;

import org.jspecify.annotations.NullMarked;
