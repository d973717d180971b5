/** What a run writes: a row per sample, a table, an explanation of one sample. */
@NullMarked
package dev.rlvr.grader.report;

import org.jspecify.annotations.NullMarked;
