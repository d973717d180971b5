/** What verification reports: rules, and where they are broken. */
@NullMarked
package dev.rlvr.grader.verify.finding;

import org.jspecify.annotations.NullMarked;
