package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Containers that are made, or being made, and not in use yet, by image.
 *
 * <p>Together with those in use there are as many as wanted. Where one is asked for that is not there, it is made, and one
 * that waits of another image gives way.
 *
 * @param <C> a container
 */
final class Waiting<C> {

    private final int wanted;
    private final Consumer<String> maker;
    private final Consumer<C> ender;
    private final Map<String, Shelf<C>> shelves = new HashMap<>();

    /** In use or ready. */
    private int alive;

    private boolean closed;

    /** Those of one image. */
    private static final class Shelf<C> {
        private final Deque<C> ready = new ArrayDeque<>();
        private Optional<SandboxException> failure = Optional.empty();
        private int underWay;
        private int askedFor;
    }

    /**
     * @param wanted how many containers there are to be at the same time
     * @param maker is given an image, and calls {@link #made} or {@link #failed} once, from another thread
     * @param ender calls {@link #ended}, at once or later; must not block
     */
    Waiting(int wanted, Consumer<String> maker, Consumer<C> ender) {
        this.wanted = wanted;
        this.maker = maker;
        this.ender = ender;
    }

    /** Has what is missing made of this image: the next that is asked for is likely to be of the one that was last. */
    synchronized void refill(String image) {
        while (!closed && total() < wanted) {
            order(image);
        }
    }

    /** @throws SandboxException why none can be had */
    synchronized C take(String image) throws InterruptedException {
        var shelf = shelf(image);
        shelf.askedFor++;
        try {
            while (shelf.ready.isEmpty()) {
                if (closed) {
                    throw new SandboxException("the sandbox is closed", false);
                }
                if (shelf.failure.isPresent()) {
                    var why = shelf.failure.get();
                    shelf.failure = Optional.empty();
                    throw why;
                }
                if (shelf.underWay < shelf.askedFor) {
                    order(image);
                    makeWayFor(shelf);
                }
                wait();
            }
            return shelf.ready.removeFirst();
        } finally {
            shelf.askedFor--;
            refill(image);
        }
    }

    synchronized void made(String image, C container) {
        var shelf = shelf(image);
        shelf.underWay--;
        alive++;
        if (closed) {
            ender.accept(container);
            return;
        }
        shelf.ready.addLast(container);
        shelves.values().stream()
                .filter(other -> other.askedFor > 0)
                .findFirst()
                .ifPresent(this::makeWayFor);
        notifyAll();
    }

    /** One that nobody waits for is forgotten: the next may do better. */
    synchronized void failed(String image, SandboxException why) {
        var shelf = shelf(image);
        shelf.underWay--;
        if (shelf.askedFor > 0) {
            shelf.failure = Optional.of(why);
        }
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
                ender.accept(shelf.ready.removeFirst());
            }
        }
        notifyAll();
    }

    private Shelf<C> shelf(String image) {
        return shelves.computeIfAbsent(image, _ -> new Shelf<>());
    }

    private void order(String image) {
        shelf(image).underWay++;
        maker.accept(image);
    }

    private int total() {
        return alive
                + shelves.values().stream().mapToInt(shelf -> shelf.underWay).sum();
    }

    private void makeWayFor(Shelf<C> needed) {
        var surplus = total() - wanted;
        for (var shelf : shelves.values()) {
            while (surplus > 0 && !shelf.equals(needed) && shelf.askedFor == 0 && !shelf.ready.isEmpty()) {
                ender.accept(shelf.ready.removeFirst());
                surplus--;
            }
        }
    }
}
