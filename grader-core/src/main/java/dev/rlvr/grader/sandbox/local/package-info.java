/** Jobs on this machine: a pool of agents, each a child process that speaks frames on its standard streams. */
@NullMarked
package dev.rlvr.grader.sandbox.local;

import org.jspecify.annotations.NullMarked;
