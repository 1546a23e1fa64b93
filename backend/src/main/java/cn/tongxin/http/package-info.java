/** How the service answers: problems, pages, idempotent creation, headers. */
@NullMarked
package cn.tongxin.http;

import org.jspecify.annotations.NullMarked;
