/** From reading to duty: a proposal or an opinion report that a member writes out of a post. */
@NullMarked
package cn.tongxin.reading.duty;

import org.jspecify.annotations.NullMarked;
