package dev.rlvr.grader.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LocalSandboxInterruptionIT {

    @Test
    void an_interrupted_job_leaves_no_process_and_no_control_group_behind() throws InterruptedException {
        var before = Installed.descendants();
        try (var sandbox = new LocalSandbox(Installed.here(), 1, Optional.empty())) {
            var begun = new CountDownLatch(1);
            var job = new Job(
                    "python", List.of(Programs.script("1", ""), Programs.script("2", "import time\ntime.sleep(60)")));
            var worker = Thread.ofPlatform().start(() -> {
                try {
                    sandbox.execute(job, (_, _) -> {
                        begun.countDown();
                        return true;
                    });
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            begun.await();
            Thread.sleep(100); // so that the second case is under way
            var ours = new ArrayList<>(Installed.descendants());
            ours.removeAll(before);
            worker.interrupt();
            worker.join();
            assertThat(ours).hasSizeGreaterThan(2);
            assertThat(Installed.survivors(ours)).isEmpty();
            assertThat(Installed.controlGroups(ours)).isEmpty();
        }
    }
}
