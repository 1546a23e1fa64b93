/** The bank of questions: written at the console or brought in from a table, in the languages of the committee. */
@NullMarked
package cn.tongxin.quiz.bank;

import org.jspecify.annotations.NullMarked;
