/** A worker: runs jobs for others over HTTP, see {@code docs/worker-protocol.md}. */
@NullMarked
package dev.rlvr.grader.server;

import org.jspecify.annotations.NullMarked;
