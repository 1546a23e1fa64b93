/** Opinion reports (social-condition information): from a member's short text to the bulletin, and what came of it. */
@NullMarked
package cn.tongxin.opinion;

import org.jspecify.annotations.NullMarked;
