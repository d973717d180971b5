/**
 * Workers that are tasks of an ECS service. {@link dev.rlvr.grader.fleet.EcsWorkers} finds them for a
 * {@link dev.rlvr.grader.sandbox.remote.RemoteSandbox}, {@link dev.rlvr.grader.fleet.EcsFleet} is what can be asked of the
 * service and done to it. The only package besides the Lambda's that knows AWS's SDK.
 */
@NullMarked
package dev.rlvr.grader.fleet;

import org.jspecify.annotations.NullMarked;
