/** What a seat must do, asked anew each time, and what is new for it, read from history. */
@NullMarked
package cn.tongxin.notification;

import org.jspecify.annotations.NullMarked;
