/** Reading groups: a book read together for a time, and what is written about it. */
@NullMarked
package cn.tongxin.reading;

import org.jspecify.annotations.NullMarked;
