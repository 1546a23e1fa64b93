/** A committee leaves with everything that is its own, and comes in elsewhere. */
@NullMarked
package cn.tongxin.transfer;

import org.jspecify.annotations.NullMarked;
