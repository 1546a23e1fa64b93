/** Offices at work over the public HTTP API: who comes in, what they bring in, and how a clerk does it. */
@NullMarked
package cn.tongxin.demo.office;

import org.jspecify.annotations.NullMarked;
