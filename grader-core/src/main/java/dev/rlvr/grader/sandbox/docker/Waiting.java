package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Containers that are made, or being made, and not in use yet, by image.
 *
 * <p>Together with those in use there are as many as wanted. Where one is asked for that is not there, it is made, and one
 * that waits of another image gives way.
 */
final class Waiting {

    /** What a maker brings. */
    sealed interface Made {
        record Link(DockerLink link) implements Made {}

        record Failure(SandboxException why) implements Made {}
    }

    /** Those of one image. */
    private static final class Shelf {
        private final Deque<Made> ready = new ArrayDeque<>();
        private int underWay;
        private int askedFor;
    }

    private final int wanted;
    private final Consumer<String> maker;
    private final Map<String, Shelf> shelves = new HashMap<>();

    /** In use or ready. */
    private int alive;

    private boolean closed;

    /**
     * @param wanted how many containers there are to be at the same time
     * @param maker is given an image, and calls {@link #made} for it once, from another thread
     */
    Waiting(int wanted, Consumer<String> maker) {
        this.wanted = wanted;
        this.maker = maker;
    }

    /** Has them all made of this image: the next that is asked for is likely to be of the one that was last. */
    synchronized void refill(String image) {
        while (!closed && total() < wanted) {
            order(image);
        }
    }

    /** @throws SandboxException why none can be had */
    synchronized DockerLink take(String image) throws InterruptedException {
        var shelf = shelf(image);
        shelf.askedFor++;
        try {
            while (shelf.ready.isEmpty()) {
                if (closed) {
                    throw new SandboxException("the sandbox is closed", false);
                }
                if (shelf.underWay < shelf.askedFor) {
                    order(image);
                    trim(shelf);
                }
                wait();
            }
            return switch (shelf.ready.removeFirst()) {
                case Made.Link(var link) -> link;
                case Made.Failure(var why) -> throw why;
            };
        } finally {
            shelf.askedFor--;
            refill(image);
        }
    }

    /** Called once for every order. A failure that nobody waits for is forgotten: the next one may do better. */
    synchronized void made(String image, Made made) {
        var shelf = shelf(image);
        shelf.underWay--;
        if (made instanceof Made.Link(var link)) {
            alive++;
            if (closed) {
                link.kill();
                return;
            }
        } else if (shelf.askedFor == 0) {
            return;
        }
        shelf.ready.addLast(made);
        shelves.values().stream()
                .filter(other -> other.askedFor > 0)
                .findFirst()
                .ifPresent(this::trim);
        notifyAll();
    }

    /** A container that was made is gone. Whoever takes the next one has it replaced. */
    synchronized void ended() {
        alive--;
    }

    synchronized void close() {
        closed = true;
        for (var shelf : shelves.values()) {
            while (!shelf.ready.isEmpty()) {
                end(shelf);
            }
        }
        notifyAll();
    }

    private Shelf shelf(String image) {
        return shelves.computeIfAbsent(image, _ -> new Shelf());
    }

    private void order(String image) {
        shelf(image).underWay++;
        maker.accept(image);
    }

    private int total() {
        return alive
                + shelves.values().stream().mapToInt(shelf -> shelf.underWay).sum();
    }

    private void trim(Shelf needed) {
        for (var shelf : shelves.values()) {
            while (total() > wanted && !shelf.equals(needed) && shelf.askedFor == 0 && !shelf.ready.isEmpty()) {
                end(shelf);
            }
        }
    }

    /** Its end is reported to {@link #ended}. */
    private static void end(Shelf shelf) {
        if (shelf.ready.removeFirst() instanceof Made.Link(var link)) {
            link.kill();
        }
    }
}
