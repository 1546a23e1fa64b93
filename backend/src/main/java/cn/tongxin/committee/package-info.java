/** Terms, plenary sessions, sectors, special committees, the working-day calendar and the settings of a committee. */
@NullMarked
package cn.tongxin.committee;

import org.jspecify.annotations.NullMarked;
