package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.ConflictException;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.AgentLauncher;
import dev.rlvr.grader.sandbox.agent.AgentLink;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Warm containers, made in the background and in parallel: as many as boxes are in use, and one more, so that a box that
 * is lost is replaced at once. Each has the user ids of its own slot, which its name claims on the engine.
 */
final class ContainerPool implements AgentLauncher {

    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int SPARE = 1;
    private static final int AT_ONCE = 4;

    /** Behind those that agents on the machine itself take for themselves. */
    private static final int FIRST_SLOT = 512;

    private static final int SLOTS = 512;
    private static final String POOL = "dev.rlvr.grader.pool";

    private final DockerEngine engine;
    private final BoxContainer description;
    private final Patience patience;
    private final Removals removals;
    private final Map<String, String> labels;
    private final int wanted;
    private final BlockingQueue<Made> made = new LinkedBlockingQueue<>();
    private final AtomicInteger slots = new AtomicInteger();
    private final ExecutorService makers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("box-maker-", 0).factory());
    private int coming;
    private int inUse;
    private boolean closed;

    /** What a maker puts into the queue. */
    private sealed interface Made {
        record Link(DockerLink link) implements Made {}

        record Failure(SandboxException why) implements Made {}
    }

    ContainerPool(DockerEngine engine, BoxContainer description, int boxes, Patience patience) {
        this.engine = engine;
        this.description = description;
        this.patience = patience;
        this.removals = new Removals(engine);
        this.wanted = boxes + SPARE;
        this.labels = new HashMap<>(Owner.self().labels());
        labels.put(POOL, UUID.randomUUID().toString());
        refill();
    }

    private synchronized void refill() {
        for (; !closed && coming + inUse < wanted; coming++) {
            makers.execute(this::make);
        }
    }

    private void make() {
        try {
            made.add(new Made.Link(patience.until(this::start)));
        } catch (SandboxException e) {
            made.add(new Made.Failure(e));
        } catch (RuntimeException e) {
            made.add(new Made.Failure(new SandboxException("cannot start a container: " + e, true, e)));
        } catch (InterruptedException _) {
            made.add(new Made.Failure(new SandboxException("the sandbox is closed", false)));
            Thread.currentThread().interrupt();
        }
    }

    private DockerLink start() {
        var id = create();
        var started = false;
        try {
            var stream = engine.ask(() -> AttachedStream.open(engine, id));
            engine.ask(() -> engine.client().startContainerCmd(id).exec());
            started = true;
            return new DockerLink(engine, id, stream, BoxContainer.initialRoom(), this::isGone);
        } finally {
            if (!started) {
                removals.removeLater(id);
            }
        }
    }

    /** The engine lets no two containers have the same name, so whoever has the name has the slot. */
    private String create() {
        for (var attempt = 0; attempt < SLOTS; attempt++) {
            var slot = FIRST_SLOT + Math.floorMod(slots.getAndIncrement(), SLOTS);
            var id = engine.ask(() -> {
                try {
                    var command = engine.client().createContainerCmd(description.image());
                    return description.describe(command, slot, labels).exec().getId();
                } catch (ConflictException _) {
                    return "";
                }
            });
            if (!id.isEmpty()) {
                return id;
            }
        }
        throw new SandboxException(
                "all " + SLOTS + " boxes that the engine can have are in use: run fewer graders on it", true);
    }

    private void isGone(String container) {
        removals.removeLater(container);
        synchronized (this) {
            inUse--;
        }
        refill();
    }

    @Override
    public AgentLink launch() throws InterruptedException {
        var next = made.take();
        synchronized (this) {
            coming--;
            if (next instanceof Made.Link) {
                inUse++;
            }
        }
        refill();
        return switch (next) {
            case Made.Link(var link) -> link;
            case Made.Failure(var why) -> throw why;
        };
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        makers.shutdownNow();
        made.forEach(next -> {
            if (next instanceof Made.Link(var link)) {
                link.kill();
            }
        });
        try {
            makers.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
            removals.close();
            removals.removeAll(POOL, labels.getOrDefault(POOL, ""));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SandboxException _) {
            // The engine is gone. What is left of us is removed by the next grader.
        }
    }
}
