package cn.tongxin.history;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An action that writes no line of history on purpose, and why not: a read mark, an autosave, private progress. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Unrecorded {
    /** Why this is no move. */
    String value();
}
