/** Finding texts by their words, within a committee, for the features that feed it. */
@NullMarked
package cn.tongxin.search;

import org.jspecify.annotations.NullMarked;
