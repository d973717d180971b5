/**
 * Compares outputs with expected ones.
 *
 * <p>An output is hostile bytes: up to the output limit long, made by a program that wants to be believed. So every
 * checker here reads it once from front to back, allocates nothing that grows with it, never recurses with its depth,
 * and stops at the first difference. Only the expected side, which is ours, is ever held as a structure.
 */
@NullMarked
package dev.rlvr.grader.check;

import org.jspecify.annotations.NullMarked;
