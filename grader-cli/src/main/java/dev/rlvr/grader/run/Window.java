package dev.rlvr.grader.run;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The samples that are under way. Bounding them bounds the memory of a run: who reads the next sample waits here until
 * an earlier one is done.
 */
final class Window {

    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int underWay;
    private boolean closed;
    private boolean stopped;

    Window(int size) {
        this.size = size;
    }

    /** Waits for a place. False when there is none to be had any more. */
    boolean enter() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && underWay >= size) {
                changed.await();
            }
            if (closed) {
                return false;
            }
            underWay++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        change(() -> underWay--);
    }

    /** Nobody enters from now on: the input is at its end. */
    void close() {
        change(() -> closed = true);
    }

    /** As {@link #close()}, and nobody waits for those inside without a limit. */
    void stop() {
        change(() -> {
            closed = true;
            stopped = true;
        });
    }

    boolean stopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is closed and empty, or stopped. */
    void awaitEnd() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped && !(closed && underWay == 0)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean awaitEmpty(Duration atMost) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lock();
        try {
            while (underWay > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return underWay == 0;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
