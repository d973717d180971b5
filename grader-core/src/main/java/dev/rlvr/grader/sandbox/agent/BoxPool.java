package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** At most so many boxes, made when first needed, kept warm, replaced when they are lost or worn. */
final class BoxPool implements AutoCloseable {

    private static final int START_ATTEMPTS = 5;

    private final AgentLauncher launcher;
    private final Semaphore free;
    private final Isolation isolation;
    private final Deque<Box> idle = new ArrayDeque<>();
    private final Set<Box> all = new HashSet<>();
    private boolean closed;

    BoxPool(AgentLauncher launcher, int size) throws InterruptedException {
        this.launcher = launcher;
        this.free = new Semaphore(size);
        // The first one tells what can be had here; a machine that offers nothing is found out now, not in the run.
        var first = start();
        this.isolation = first.hello().isolation();
        var box = new Box(first);
        all.add(box);
        idle.add(box);
    }

    Isolation isolation() {
        return isolation;
    }

    Box take() throws InterruptedException {
        free.acquire();
        var taken = false;
        try {
            var box = warm();
            if (box == null) {
                var agent = start();
                if (agent.hello().isolation().compareTo(isolation) < 0) {
                    agent.kill();
                    throw new SandboxException("a new box has a weaker isolation than the first one", false);
                }
                box = new Box(agent);
                register(box);
            }
            taken = true;
            return box;
        } finally {
            if (!taken) {
                free.release();
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

    private synchronized @Nullable Box warm() {
        return idle.pollLast();
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

    private Agent start() throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return new Agent(launcher.launch());
            } catch (AgentGone e) {
                if (attempt == START_ATTEMPTS || !e.killed()) {
                    throw new SandboxException(e.getMessage(), true, e);
                }
            }
        }
    }

    @Override
    public void close() {
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
