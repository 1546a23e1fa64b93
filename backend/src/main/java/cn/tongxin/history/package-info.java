/** Every move of a committee as one line in order, and the readers of these lines. */
@NullMarked
package cn.tongxin.history;

import org.jspecify.annotations.NullMarked;
