/** What can be told about code, and told apart from prose, by its words and lines alone. */
@NullMarked
package dev.rlvr.grader.extract.code;

import org.jspecify.annotations.NullMarked;
