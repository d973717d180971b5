package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.sandbox.SandboxException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * For an engine that is being restarted: it does not answer for a while, and while it shuts down it may answer anything.
 *
 * @param silence how long it may not answer
 * @param trouble how long it may answer that it cannot
 */
record Patience(Duration silence, Duration trouble) {

    static final Patience DEFAULT = new Patience(Duration.ofMinutes(2), Duration.ofSeconds(8));

    private static final long PAUSE_MILLIS = 200;

    <T> T until(Supplier<T> request) throws InterruptedException {
        var start = System.nanoTime();
        while (true) {
            try {
                return request.get();
            } catch (SandboxException e) {
                var limit = e.retryable() ? silence : trouble;
                if (System.nanoTime() - start >= limit.toNanos()) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
