/** What a completion is made of, whatever language its code is in: turns, thoughts, answer tags, fenced blocks, lines. */
@NullMarked
package dev.rlvr.grader.extract.text;

import org.jspecify.annotations.NullMarked;
