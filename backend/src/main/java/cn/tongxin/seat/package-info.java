/** The people of a committee: their seats, the roles of each seat, and the roster that an office brings in. */
@NullMarked
package cn.tongxin.seat;

import org.jspecify.annotations.NullMarked;
