/** Who acts, in which committee, and the one place that names the committee to the database. */
@NullMarked
package cn.tongxin.tenancy;

import org.jspecify.annotations.NullMarked;
