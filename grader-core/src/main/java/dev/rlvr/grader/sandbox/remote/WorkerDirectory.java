package dev.rlvr.grader.sandbox.remote;

import java.net.URI;
import java.util.List;

/** Which workers there are. Thread-safe, and cheap to ask: it is asked for every job. */
@FunctionalInterface
public interface WorkerDirectory {

    /** Their addresses, such as {@code http://10.0.0.7:8080}; empty if there is none now. */
    List<URI> workers();
}
