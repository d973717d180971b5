package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.AgentEnd;
import dev.rlvr.grader.sandbox.agent.AgentLink;
import dev.rlvr.grader.sandbox.agent.Room;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A container with an agent as its first process, and the attached stream to it. Ending it removes the container. */
final class DockerLink implements AgentLink {

    private static final long KILLED = 128 + 9;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final DockerEngine engine;
    private final String container;
    private final AttachedStream stream;
    private final Consumer<String> remove;
    private final AtomicBoolean over = new AtomicBoolean();
    private Room room;

    /** @param remove takes the id of the container, once; must not block */
    DockerLink(DockerEngine engine, String container, AttachedStream stream, Room room, Consumer<String> remove) {
        this.engine = engine;
        this.container = container;
        this.stream = stream;
        this.room = room;
        this.remove = remove;
    }

    @Override
    public OutputStream input() {
        return stream.toContainer();
    }

    @Override
    public InputStream output() {
        return stream;
    }

    /** Only ever more: a lower limit than what the container holds already may be refused. */
    @Override
    public void makeRoom(Room wanted) throws IOException {
        if (room.holds(wanted)) {
            return;
        }
        var larger = room.or(wanted);
        try {
            engine.ask(() -> BoxContainer.resize(engine.client().updateContainerCmd(container), larger)
                    .exec());
        } catch (SandboxException e) {
            throw new IOException(e);
        }
        room = larger;
    }

    /** An engine that does not answer, or a container that is not there: nothing in the container can do that. */
    @Override
    public AgentEnd end(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                var end = look();
                if (end.isPresent()) {
                    return end.get();
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (SandboxException e) {
            return new AgentEnd(e.getMessage(), stream.words().toString(), true);
        }
        return new AgentEnd(
                "the connection to its container was lost", stream.words().toString(), true);
    }

    private Optional<AgentEnd> look() {
        return engine.ask(() -> {
            try {
                var state =
                        engine.client().inspectContainerCmd(container).exec().getState();
                if (Boolean.TRUE.equals(state.getRunning())) {
                    return Optional.empty();
                }
                var code = state.getExitCodeLong() == null ? -1 : state.getExitCodeLong();
                var outOfMemory = Boolean.TRUE.equals(state.getOOMKilled());
                return Optional.of(new AgentEnd(
                        "exit code " + code + (outOfMemory ? ", out of memory" : ""),
                        stream.words().toString(),
                        code == KILLED && !outOfMemory));
            } catch (NotFoundException _) {
                return Optional.of(
                        new AgentEnd("its container was removed", stream.words().toString(), true));
            }
        });
    }

    @Override
    public Optional<String> frozen() {
        try {
            var state = engine.client().inspectContainerCmd(container).exec().getState();
            return Boolean.TRUE.equals(state.getPaused()) ? Optional.of("its container is paused") : Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty(); // the end of the stream tells what there is to be told
        }
    }

    @Override
    public void kill() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            stream.close();
        } catch (IOException _) {
            // The container is removed all the same.
        }
        remove.accept(container);
    }

    /** Nothing outlives the removal of a container, so there is nothing to wait for. */
    @Override
    public void close() {
        kill();
    }
}
