package dev.rlvr.grader.sandbox.remote;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.remote.RemoteExecution.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/**
 * Runs jobs on workers.
 *
 * <p>What a worker has reported stays; when it is lost, the rest of the job goes to another one. A job that makes no progress
 * for a while is given to a second worker as well, and whoever reports a case first is believed. Workers that refuse a job
 * for having too much to do are asked again later. A job that several workers in a row could not make progress with is a
 * fault of ours.
 */
public final class RemoteSandbox implements Sandbox {

    /** Nearly every test is over by then; a worker that is frozen or starved is not. */
    private static final Duration HEDGE_AFTER = Duration.ofSeconds(3);

    private final Context context;
    private final Isolation isolation;

    /**
     * @param secret shared with the workers
     * @param isolation below which no worker is taken
     * @param patience how long a job waits for a worker that answers; one that has too much to do is waited for without end
     */
    public RemoteSandbox(WorkerDirectory workers, byte[] secret, Isolation isolation, Duration patience) {
        var clock = InstantSource.system();
        this.context = new Context(
                workers,
                new WorkerChoice(workers, clock, new Random()),
                new WorkerClient(secret, isolation, clock),
                new Hedge(HEDGE_AFTER),
                patience,
                clock);
        this.isolation = isolation;
    }

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        context.hedge().jobBegun();
        try {
            new RemoteExecution(context, job, listener).run();
        } finally {
            context.hedge().jobOver();
        }
    }

    @Override
    public Isolation isolation() {
        return isolation;
    }

    @Override
    public void close() {
        context.client().close();
    }
}
