package dev.rlvr.grader.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * How long a side of a comparison does its work before it is the other's turn.
 *
 * @param length of one round
 * @param count of each side
 * @param threads that do it at the same time
 */
public record Rounds(Duration length, int count, int threads) {

    /** What is measured. */
    interface Work {
        /** Returns how many programs ran, and a time in nanoseconds that is summed up. */
        long[] once() throws IOException, InterruptedException;
    }

    Tally once(Work work) throws InterruptedException {
        var runs = new LongAdder();
        var own = new LongAdder();
        var failure = new AtomicReference<RuntimeException>();
        var cpu = CpuMeter.used();
        var start = System.nanoTime();
        var until = start + length.toNanos();
        var workers = IntStream.range(0, threads)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> repeat(work, until, runs, own, failure)))
                .toList();
        for (var worker : workers) {
            worker.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return new Tally(
                runs.sum(),
                Duration.ofNanos(System.nanoTime() - start),
                CpuMeter.used().minus(cpu),
                Duration.ofNanos(own.sum()));
    }

    private static void repeat(
            Work work, long until, LongAdder runs, LongAdder own, AtomicReference<RuntimeException> failure) {
        try {
            while (System.nanoTime() < until) {
                var done = work.once();
                runs.add(done[0]);
                own.add(done[1]);
            }
        } catch (IOException e) {
            failure.set(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            failure.set(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
