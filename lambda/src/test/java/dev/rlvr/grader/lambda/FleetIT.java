package dev.rlvr.grader.lambda;

import org.junit.jupiter.api.Test;

/** As {@link FleetDockerIT}, with processes for containers, and fewer of them. */
class FleetIT {

    @Test
    void batches_of_64_get_every_reward_right() throws Exception {
        try (var workers = new WorkerProcesses()) {
            new EndToEnd(workers, workers.port()).everyRewardIsRight(2, 2);
        }
    }
}
