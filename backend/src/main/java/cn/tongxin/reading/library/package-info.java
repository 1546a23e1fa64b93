/** What the committee asks its members to read, and their word that they have. */
@NullMarked
package cn.tongxin.reading.library;

import org.jspecify.annotations.NullMarked;
