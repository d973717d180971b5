package dev.rlvr.grader.lambda;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only AWS itself is replaced: tasks are containers of the worker image. Makes that image where there is none that is fresh. */
@Tag("docker")
@Tag("fleet")
class FleetDockerIT {

    @Test
    void batches_of_64_12_at_once_get_every_reward_right() throws Exception {
        try (var containers = WorkerContainers.build()) {
            new EndToEnd(containers, WorkerContainers.PORT).everyRewardIsRight(3, 12);
        }
    }
}
