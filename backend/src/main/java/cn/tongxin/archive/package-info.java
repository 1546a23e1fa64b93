/** What somebody has written in a seat, to take along; open to an ended seat too. */
@NullMarked
package cn.tongxin.archive;

import org.jspecify.annotations.NullMarked;
