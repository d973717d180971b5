package dev.rlvr.grader.server;

import dev.rlvr.grader.model.ByteSize;
import java.net.InetSocketAddress;

/**
 * How a worker serves.
 *
 * @param secret shared with those who may send jobs
 * @param jobs how many run at the same time
 * @param waiting how many more are taken
 * @param largestJob as it is sent
 */
public record WorkerConfig(InetSocketAddress address, byte[] secret, int jobs, int waiting, ByteSize largestJob) {

    /** Less can be guessed. */
    private static final int SHORTEST_SECRET = 16;

    public WorkerConfig {
        secret = secret.clone();
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the secret has " + secret.length + " bytes; use at least " + SHORTEST_SECRET);
        }
        if (jobs < 1 || waiting < 0) {
            throw new IllegalArgumentException("a worker runs at least one job, and no less than none wait");
        }
    }
}
