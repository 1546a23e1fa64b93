/** Moves that nobody makes but time: what is due in each committee, made once for each deadline, by the service itself. */
@NullMarked
package cn.tongxin.schedule;

import org.jspecify.annotations.NullMarked;
