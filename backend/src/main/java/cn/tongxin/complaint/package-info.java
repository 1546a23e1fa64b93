/** Complaints and suggestions about the platform, each with a number by which its writer follows it. */
@NullMarked
package cn.tongxin.complaint;

import org.jspecify.annotations.NullMarked;
