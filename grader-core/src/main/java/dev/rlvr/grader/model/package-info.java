/** Values only: what a sample, a suite, a run and a grade are. Depends on nothing but the JDK. */
@NullMarked
package dev.rlvr.grader.model;

import org.jspecify.annotations.NullMarked;
