package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * At most so many boxes, made when first needed, kept warm, replaced when they are lost or worn. Where all there may be
 * are there, an idle one of another kind gives way to one that is needed: the one that was idle for longest.
 */
final class BoxPool implements AutoCloseable {

    private static final int START_ATTEMPTS = 5;
    private static final long LOOK_MILLIS = 1000;

    private final AgentLauncher launcher;
    private final int size;
    private final Semaphore free;
    private final Isolation isolation;
    private final Deque<Box> idle = new ArrayDeque<>();
    private final Set<Box> all = new HashSet<>();
    private final Thread watch = Thread.ofPlatform().daemon().name("box-watch").unstarted(this::watch);
    private int starting;
    private boolean closed;

    BoxPool(AgentLauncher launcher, int size) throws InterruptedException {
        this.launcher = launcher;
        this.size = size;
        this.free = new Semaphore(size);
        // The first one tells what can be had here; a machine that offers nothing is found out now, not in the run.
        var kind = launcher.firstKind();
        var first = start(kind);
        this.isolation = first.hello().isolation();
        var box = new Box(kind, first);
        all.add(box);
        idle.add(box);
        watch.start();
    }

    Isolation isolation() {
        return isolation;
    }

    /** @throws SandboxException when no box runs jobs of this toolchain, with what to do */
    String kind(String toolchain) {
        return launcher.kind(toolchain);
    }

    Box take(String kind) throws InterruptedException {
        free.acquire();
        var taken = false;
        try {
            var warm = warm(kind);
            var box = warm.isPresent() ? warm.get() : fresh(kind);
            taken = true;
            return box;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    private Box fresh(String kind) throws InterruptedException {
        makePlace().ifPresent(Box::kill);
        try {
            var agent = start(kind);
            if (agent.hello().isolation().compareTo(isolation) < 0) {
                agent.kill();
                throw new SandboxException("a new box has a weaker isolation than the first one", false);
            }
            var box = new Box(kind, agent);
            register(box);
            return box;
        } finally {
            synchronized (this) {
                starting--;
            }
        }
    }

    void give(Box box, boolean sound) {
        var keep = sound && !box.worn() && keep(box);
        if (!keep) {
            synchronized (this) {
                all.remove(box);
            }
            box.kill();
        }
        free.release();
    }

    /** The one that was used last, whose memory is warmest. */
    private synchronized Optional<Box> warm(String kind) {
        for (var boxes = idle.descendingIterator(); boxes.hasNext(); ) {
            var box = boxes.next();
            if (box.kind().equals(kind)) {
                boxes.remove();
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }

    /** Whoever asks may have a box and has none yet, so if all are there, one of them is idle. */
    private synchronized Optional<Box> makePlace() {
        var full = all.size() + starting >= size;
        starting++;
        if (!full) {
            return Optional.empty();
        }
        var oldest = Optional.ofNullable(idle.pollFirst());
        oldest.ifPresent(all::remove);
        return oldest;
    }

    private synchronized void register(Box box) {
        if (closed) {
            box.kill();
            throw new SandboxException("the sandbox is closed", false);
        }
        all.add(box);
    }

    private synchronized boolean keep(Box box) {
        if (!closed) {
            idle.add(box);
        }
        return !closed;
    }

    private Agent start(String kind) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return new Agent(launcher.launch(kind));
            } catch (AgentGone e) {
                if (attempt == START_ATTEMPTS || !e.killed()) {
                    throw new SandboxException(e.getMessage(), true, e);
                }
            }
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                List<Box> boxes;
                synchronized (this) {
                    boxes = List.copyOf(all);
                }
                boxes.forEach(Box::look);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the pool is closed
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        List<Box> boxes;
        synchronized (this) {
            closed = true;
            boxes = List.copyOf(all);
            all.clear();
            idle.clear();
        }
        boxes.forEach(Box::close);
        launcher.close();
    }
}
