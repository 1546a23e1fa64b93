/** The departments that handle what a committee assigns to them, and what becomes of them in a reform. */
@NullMarked
package cn.tongxin.unit;

import org.jspecify.annotations.NullMarked;
