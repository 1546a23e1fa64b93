/** The schema: changelogs in plain SQL, the checks of the catalogue, and the program that applies both. */
@NullMarked
package cn.tongxin.migrations;

import org.jspecify.annotations.NullMarked;
