package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Removes containers in the background, and those that nobody is left to remove. */
final class Removals implements AutoCloseable {

    private static final Set<String> ENDED = Set.of("exited", "dead");
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DockerEngine engine;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("box-removal-", 0).factory());

    Removals(DockerEngine engine) {
        this.engine = engine;
    }

    /** What fails here, as the engine is being restarted perhaps, is left to {@link #removeAll}. */
    void removeLater(String container) {
        threads.execute(() -> {
            try {
                remove(container);
            } catch (SandboxException _) {
                // Its label is found in the end.
            }
        });
    }

    /** What is left of a crash: containers whose grader is certainly dead, or that ended and serve nobody. */
    void removeOrphans(Owner self) {
        for (var container : labelled(Owner.PID)) {
            if (ENDED.contains(String.valueOf(container.getState())) || isOrphan(container, self)) {
                remove(container.getId());
            }
        }
    }

    private static boolean isOrphan(Container container, Owner self) {
        try {
            return Owner.of(container.getLabels()).isDead(self);
        } catch (IOException _) {
            return false; // not certainly
        }
    }

    /** Every container with this label, whatever became of it. */
    void removeAll(String label, String value) {
        labelled(label + "=" + value).forEach(container -> remove(container.getId()));
    }

    private List<Container> labelled(String label) {
        return engine.ask(() -> engine.client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(label))
                .exec());
    }

    private void remove(String container) {
        engine.ask(() -> {
            try {
                engine.client()
                        .removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException | ConflictException _) {
                // Somebody else has removed it, or is about to.
            }
            return container;
        });
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
