/** What one committee sends to another on purpose: outgoing here, received there, once, with a line of history on both sides. */
@NullMarked
package cn.tongxin.dispatch;

import org.jspecify.annotations.NullMarked;
