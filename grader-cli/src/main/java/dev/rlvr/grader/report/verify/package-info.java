/** What {@code grader verify} found, for people and for machines. */
@NullMarked
package dev.rlvr.grader.report.verify;

import org.jspecify.annotations.NullMarked;
