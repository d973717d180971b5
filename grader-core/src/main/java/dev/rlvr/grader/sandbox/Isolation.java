package dev.rlvr.grader.sandbox;

/** How strongly a run is walled off, weakest first. */
public enum Isolation {
    /** A user id of its own, Landlock where the kernel has it, seccomp, rlimits. */
    UID,
    /** All of that in user, pid, mount, net, ipc and uts namespaces, on a minimal read-only root. */
    NAMESPACES
}
