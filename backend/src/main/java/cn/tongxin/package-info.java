/** Tongxin: the platform on which a province's CPPCC committees work. */
@NullMarked
package cn.tongxin;

import org.jspecify.annotations.NullMarked;
