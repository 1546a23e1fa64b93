/** Tokens, log-in and the person behind a request. */
@NullMarked
package cn.tongxin.identity;

import org.jspecify.annotations.NullMarked;
