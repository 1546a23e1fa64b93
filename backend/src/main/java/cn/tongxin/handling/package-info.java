/** What units do with a matter that was assigned to them: accept, return, reply, be rated. It does not know what the matter is. */
@NullMarked
package cn.tongxin.handling;

import org.jspecify.annotations.NullMarked;
