/**
 * Finds the program in a completion: {@code normalise -> strip reasoning -> answer tags -> fences or raw code -> choose}.
 *
 * <p>Completions are hostile and long. Every step is a hand-written scanner that moves forward only, so that the whole is
 * linear in the length of the text; there is no regular expression in this package. {@code docs/extraction.md} lists the
 * rules by the names that are reported.
 */
@NullMarked
package dev.rlvr.grader.extract;

import org.jspecify.annotations.NullMarked;
