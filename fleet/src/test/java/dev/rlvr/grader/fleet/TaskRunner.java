package dev.rlvr.grader.fleet;

import java.io.IOException;

/** What runs the tasks of a {@link FakeEcs}, as Fargate does for the real one. */
@FunctionalInterface
public interface TaskRunner {

    /** Returns when the task runs. Called in a thread of its own for each task. */
    Running start(String id) throws IOException, InterruptedException;

    /** A task that runs. */
    interface Running {

        /** Where it listens, at the port of the fleet. */
        String ip();

        /** Asks it to end, and returns when it has. */
        void stop() throws IOException, InterruptedException;
    }

    /** A task that is nothing but an address. */
    record Address(String ip) implements Running {
        @Override
        public void stop() {
            // There is nothing to end.
        }
    }
}
