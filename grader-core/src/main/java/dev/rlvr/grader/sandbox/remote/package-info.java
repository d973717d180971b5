/**
 * Runs jobs on other machines: {@code docs/worker-protocol.md}. {@link dev.rlvr.grader.sandbox.remote.RemoteSandbox} asks,
 * a worker answers; {@link dev.rlvr.grader.sandbox.remote.JobWire} and
 * {@link dev.rlvr.grader.sandbox.remote.RequestSignature} are what both have to know.
 */
@NullMarked
package dev.rlvr.grader.sandbox.remote;

import org.jspecify.annotations.NullMarked;
