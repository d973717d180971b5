/** Languages as data: what {@code sandbox-images/languages/<name>/language.yaml} says, and what a machine has of them. */
@NullMarked
package dev.rlvr.grader.language;

import org.jspecify.annotations.NullMarked;
