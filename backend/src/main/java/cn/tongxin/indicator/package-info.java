/** Figures: what is counted and by which measure, the committee's own values, and those of the committees below. */
@NullMarked
package cn.tongxin.indicator;

import org.jspecify.annotations.NullMarked;
