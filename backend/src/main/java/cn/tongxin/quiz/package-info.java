/** Quizzes: what they ask, who goes through them when, how it is marked, and marked anew when a key was wrong. */
@NullMarked
package cn.tongxin.quiz;

import org.jspecify.annotations.NullMarked;
