package dev.rlvr.grader.run;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.sample.SampleRow;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One pass over the samples. Rows are read on a thread of their own, so that a stop need not wait for an input that is
 * still being written; each sample is graded on a virtual thread; at most {@code window} samples exist at any time.
 */
public final class GradeRun {

    /** How a run ended. */
    public enum Ending {
        FINISHED,
        STOPPED
    }

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

    private final GradeFunction grading;
    private final GradeListener listener;
    private final Window window;
    private final ReentrantLock delivery = new ReentrantLock();
    private boolean over;
    private Optional<RuntimeException> failure = Optional.empty();

    public GradeRun(GradeFunction grading, int window, GradeListener listener) {
        this.grading = grading;
        this.window = new Window(window);
        this.listener = listener;
    }

    /**
     * Grades every row. Returns after the last grade has been delivered, or a few seconds after {@link #stop()}; nothing
     * is delivered after that.
     *
     * @throws RuntimeException what reading a row or delivering a grade threw; grades delivered before that stand
     */
    public Ending run(Iterator<SampleRow> rows) throws InterruptedException {
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Thread.ofPlatform().daemon().name("samples").start(() -> feed(rows, workers));
            window.awaitEnd();
            if (window.stopped() && !window.awaitEmpty(GRACE)) {
                workers.shutdownNow();
                window.awaitEmpty(AFTER_INTERRUPT);
            }
        } finally {
            end();
            workers.shutdownNow();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return window.stopped() ? Ending.STOPPED : Ending.FINISHED;
    }

    /** Takes no more samples and gives those under way a few seconds. May be called from any thread, at any time. */
    public void stop() {
        window.stop();
    }

    private void feed(Iterator<SampleRow> rows, ExecutorService workers) {
        try {
            for (var index = 0L; rows.hasNext(); index++) {
                var row = rows.next();
                if (!window.enter()) {
                    return;
                }
                var position = index;
                workers.execute(() -> grade(position, row));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            window.close();
        }
    }

    private void grade(long index, SampleRow row) {
        try {
            deliver(index, gradeOf(row));
        } catch (InterruptedException _) {
            // The run is being stopped: this sample counts as not begun.
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            window.leave();
        }
    }

    private Grade gradeOf(SampleRow row) throws InterruptedException {
        return switch (row) {
            case SampleRow.Bad(var id, var problem) -> new Grade.Ungraded(id, "", Fault.INPUT, problem);
            case SampleRow.Good(var sample) -> {
                try {
                    yield grading.grade(sample);
                } catch (RuntimeException e) {
                    yield new Grade.Ungraded(
                            sample.id(), sample.task(), Fault.INFRASTRUCTURE, "the grader failed on this sample: " + e);
                }
            }
        };
    }

    private void deliver(long index, Grade grade) {
        delivery.lock();
        try {
            if (!over && !lostToTheStop(grade)) {
                listener.graded(index, grade);
            }
        } finally {
            delivery.unlock();
        }
    }

    /** A terminal sends Ctrl-C to the sandboxes too; what dies of that is not a result. */
    private boolean lostToTheStop(Grade grade) {
        return window.stopped() && grade instanceof Grade.Ungraded ungraded && ungraded.fault() == Fault.INFRASTRUCTURE;
    }

    private void fail(Throwable cause) {
        delivery.lock();
        try {
            if (!over && failure.isEmpty()) {
                failure = Optional.of(
                        cause instanceof RuntimeException e ? e : new IllegalStateException("out of order", cause));
            }
        } finally {
            delivery.unlock();
        }
        stop();
    }

    private void end() {
        delivery.lock();
        try {
            over = true;
        } finally {
            delivery.unlock();
        }
    }
}
