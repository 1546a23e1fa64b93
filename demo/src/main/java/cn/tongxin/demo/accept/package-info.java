/** Acceptance runs: what an office's papers say goes in through the public HTTP API, and the figures come out. */
@NullMarked
package cn.tongxin.demo.accept;

import org.jspecify.annotations.NullMarked;
