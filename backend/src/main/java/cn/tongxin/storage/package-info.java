/** Files that people upload, and one-minute tickets by which they are fetched where no header can be sent. */
@NullMarked
package cn.tongxin.storage;

import org.jspecify.annotations.NullMarked;
