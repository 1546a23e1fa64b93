/** The catalogue of duty done: one view a kind, all of one shape, which figures count and lists show. */
@NullMarked
package cn.tongxin.evidence;

import org.jspecify.annotations.NullMarked;
