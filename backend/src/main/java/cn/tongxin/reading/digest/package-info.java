/** What came of a reading group, week by week, in its hosts' words; months and terms are read from the same. */
@NullMarked
package cn.tongxin.reading.digest;

import org.jspecify.annotations.NullMarked;
