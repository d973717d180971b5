/** JSON as it comes from files: rows cut out of large files, and values that may be encoded more than once. */
@NullMarked
package dev.rlvr.grader.suite.json;

import org.jspecify.annotations.NullMarked;
