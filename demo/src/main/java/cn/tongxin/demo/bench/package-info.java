/** Measurements: the service under load beside a bare JDBC loop that runs the same statements in the same run. */
@NullMarked
package cn.tongxin.demo.bench;

import org.jspecify.annotations.NullMarked;
