/** Problem packages of the Kattis and ICPC format, as suites. */
@NullMarked
package dev.rlvr.grader.suite.kattis;

import org.jspecify.annotations.NullMarked;
