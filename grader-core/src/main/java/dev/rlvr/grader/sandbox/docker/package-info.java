/** Docker: the connection to an engine, and what its failures mean. Only this package and {@code images} know docker-java. */
@NullMarked
package dev.rlvr.grader.sandbox.docker;

import org.jspecify.annotations.NullMarked;
