/** What became of a matter in another, across features that do not know each other. */
@NullMarked
package cn.tongxin.link;

import org.jspecify.annotations.NullMarked;
