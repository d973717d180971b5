package dev.rlvr.grader.sandbox.remote;

import java.net.URI;
import java.util.List;

/** Which workers there are. Thread-safe, and cheap to ask: it is asked for every job. */
@FunctionalInterface
public interface WorkerDirectory {

    /** Their addresses, such as {@code http://10.0.0.7:8080}; empty if there is none now. */
    List<URI> workers();

    /** Hears that a worker was lost to a job: cut off, silent, or talking nonsense. Returns at once. */
    default void lost(URI worker) {}

    /** Hears that a program broke its sandbox on a worker, which nobody should trust any more. Returns at once. */
    default void violated(URI worker) {}

    /** Why there may be none, as part of a sentence. */
    default String whyNone() {
        return "no worker is known";
    }
}
