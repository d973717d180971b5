package dev.rlvr.grader.sandbox.remote;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.remote.JobCall.Lost;
import dev.rlvr.grader.sandbox.remote.JobWire.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Runs jobs on workers.
 *
 * <p>What a worker has reported stays; when it is lost, the rest of the job goes to another one. Workers that refuse a job
 * for having too much to do are asked again later. A job that several workers in a row could not make progress with is a
 * fault of ours.
 */
public final class RemoteSandbox implements Sandbox {

    private static final int MOST_LOSSES = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final WorkerChoice choice;
    private final WorkerClient client;
    private final Isolation isolation;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * @param secret shared with the workers
     * @param isolation below which no worker is taken
     * @param patience how long a job waits for a worker that takes it
     */
    public RemoteSandbox(WorkerDirectory workers, byte[] secret, Isolation isolation, Duration patience) {
        this.clock = InstantSource.system();
        this.choice = new WorkerChoice(workers, clock, new Random());
        this.client = new WorkerClient(secret, isolation, clock);
        this.isolation = isolation;
        this.patience = patience;
    }

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        new Execution(job, listener).run();
    }

    @Override
    public Isolation isolation() {
        return isolation;
    }

    @Override
    public void close() {
        client.close();
    }

    /** A job on its way, possibly over several workers. */
    private final class Execution {
        private final Job job;
        private final JobListener listener;
        private final Set<Worker> avoid = new HashSet<>();
        private int next;
        private boolean cancelled;
        private boolean built;
        private boolean unbuilt; // no case follows
        private int losses;
        private String lastProblem = "no worker is known";

        Execution(Job job, JobListener listener) {
            this.job = job;
            this.listener = listener;
        }

        void run() throws InterruptedException {
            var giveUp = clock.instant().plus(patience);
            while (next < job.cases().size() && !cancelled && !unbuilt) {
                var before = next;
                var worker = choice.choose(avoid);
                if (worker.isPresent()) {
                    attempt(worker.get());
                } else {
                    Thread.sleep(PAUSE);
                }
                if (next > before) {
                    giveUp = clock.instant().plus(patience);
                } else {
                    giveUpAt(giveUp);
                }
            }
        }

        private void giveUpAt(Instant time) {
            if (losses >= MOST_LOSSES || clock.instant().isAfter(time)) {
                throw new SandboxException(
                        "no worker ran case " + job.cases().get(next).id() + ": " + lastProblem, true);
            }
        }

        private void attempt(Worker worker) throws InterruptedException {
            worker.begin();
            try {
                ask(worker);
            } catch (Lost e) {
                losses++;
                avoid.add(worker);
                worker.failed();
                lastProblem = worker.address() + " " + e.getMessage();
            } finally {
                worker.end();
            }
        }

        private void ask(Worker worker) throws Lost, InterruptedException {
            var rest = new Job(
                    job.toolchain(),
                    job.build(),
                    job.cases().subList(next, job.cases().size()));
            switch (client.send(worker.address(), rest)) {
                case WorkerClient.Answer.Busy(var retryAfter) -> {
                    worker.busyFor(retryAfter);
                    lastProblem = worker.address() + " has too much to do";
                }
                case WorkerClient.Answer.Accepted(var call) -> {
                    try (call) {
                        follow(call, next);
                    }
                    worker.succeeded();
                }
            }
        }

        private void follow(JobCall call, int first) throws Lost, InterruptedException {
            while (!cancelled) {
                switch (call.next()) {
                    case Line.Build(var outcome) -> built(outcome);
                    case Line.Case(var index, var outcome) -> {
                        if (first + index != next || next >= job.cases().size()) {
                            throw new Lost("reported case " + index + " out of turn");
                        }
                        losses = 0;
                        cancelled = !listener.caseFinished(next++, outcome);
                    }
                    case Line.Done() -> {
                        if (next < job.cases().size() && !unbuilt) {
                            throw new Lost("left out cases");
                        }
                        return;
                    }
                    case Line.Failed(var reason) -> throw new Lost("failed: " + reason);
                }
            }
        }

        /** Every worker that is asked builds for itself; the listener hears of it once. */
        private void built(RunOutcome outcome) throws Lost {
            if (job.build().isEmpty()) {
                throw new Lost("reported a build that nobody asked for");
            }
            if (built && !outcome.exitedNormally()) {
                throw new Lost("could not build what another worker did");
            }
            if (!built) {
                built = true;
                unbuilt = !outcome.exitedNormally();
                listener.buildFinished(outcome);
            }
        }
    }
}
