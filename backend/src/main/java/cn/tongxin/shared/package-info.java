/** Small things that every floor uses: ids, digests, ciphers, rates. */
@NullMarked
package cn.tongxin.shared;

import org.jspecify.annotations.NullMarked;
