/** The demo: three provinces with invented people, brought in through the public HTTP API at the first start. */
@NullMarked
package cn.tongxin.demo.data;

import org.jspecify.annotations.NullMarked;
