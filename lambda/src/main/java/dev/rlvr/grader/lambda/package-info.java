/** The AWS Lambda handler. */
@NullMarked
package dev.rlvr.grader.lambda;

import org.jspecify.annotations.NullMarked;
