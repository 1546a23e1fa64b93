/** Office documents as they arrive and as they leave: tables read without running anything in them. */
@NullMarked
package cn.tongxin.document;

import org.jspecify.annotations.NullMarked;
