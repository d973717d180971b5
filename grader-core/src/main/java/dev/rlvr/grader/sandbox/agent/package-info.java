/**
 * Boxes: agents at work, one job at a time, wherever they run. What every backend has in common: the agent's protocol, the
 * pool, and what to do when a box is lost. A backend says how an agent is started and reached: {@link
 * dev.rlvr.grader.sandbox.agent.AgentLauncher}, {@link dev.rlvr.grader.sandbox.agent.AgentLink}.
 */
@NullMarked
package dev.rlvr.grader.sandbox.agent;

import org.jspecify.annotations.NullMarked;
