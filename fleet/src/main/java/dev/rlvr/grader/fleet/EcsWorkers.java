package dev.rlvr.grader.fleet;

import dev.rlvr.grader.sandbox.remote.WorkerDirectory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * The tasks of an ECS service that can take jobs.
 *
 * <p>Every function that grades asks ECS for itself, and all share the few requests per second that ECS allows an account.
 * So an answer is used for about half a minute, at random a little less or more, that they do not ask all at once; then it is
 * renewed in the background, while the old one goes on being used. One that is older than that, as after a function was
 * frozen, is renewed first. When ECS cannot be asked, what is known goes on being used, and the next try comes later each
 * time: a worker that is gone is found out by who sends it a job. Thread-safe.
 */
public final class EcsWorkers implements WorkerDirectory {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration TOO_OLD = Duration.ofSeconds(90);
    private static final double JITTER = 0.2;

    /** How soon ECS is asked again when a worker was lost, or there is none. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final int MOST_DOUBLINGS = 4;

    /** What ECS said last. */
    private record Known(List<WorkerTask> tasks, Instant at) {
        List<WorkerTask> usable() {
            return tasks.stream().filter(WorkerTask::usable).toList();
        }
    }

    private final EcsFleet fleet;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Executor background;

    /** Held by the one that asks ECS. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile Known known = new Known(List.of(), Instant.MIN);
    private volatile Instant askAgain = Instant.MIN;
    private volatile Optional<String> problem = Optional.empty();
    private int failures;

    /** Of tasks that are being replaced: they get no more jobs. */
    private final Set<String> distrusted = new HashSet<>();

    public EcsWorkers(EcsFleet fleet) {
        this(
                fleet,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                task -> Thread.ofVirtual().name("ecs-workers").start(task));
    }

    EcsWorkers(EcsFleet fleet, InstantSource clock, RandomGenerator random, Executor background) {
        this.fleet = fleet;
        this.clock = clock;
        this.random = random;
        this.background = background;
    }

    @Override
    public List<URI> workers() {
        var now = clock.instant();
        if (!now.isBefore(askAgain)) {
            if (now.isAfter(later(known.at(), TOO_OLD))) {
                renewFirst();
            } else if (!asking.isLocked()) {
                background.execute(this::renewUnlessUnderWay);
            }
        }
        return trusted().stream().flatMap(task -> task.address().stream()).toList();
    }

    private static Instant later(Instant time, Duration by) {
        return time.equals(Instant.MIN) ? time : time.plus(by);
    }

    /** Those that wait for somebody else's answer use it. */
    private void renewFirst() {
        asking.lock();
        try {
            if (!clock.instant().isBefore(askAgain)) {
                renew();
            }
        } finally {
            asking.unlock();
        }
    }

    private void renewUnlessUnderWay() {
        if (asking.tryLock()) {
            try {
                if (!clock.instant().isBefore(askAgain)) {
                    renew();
                }
            } finally {
                asking.unlock();
            }
        }
    }

    private void renew() {
        try {
            known = new Known(fleet.tasks(), clock.instant());
            failures = 0;
            problem = Optional.empty();
            askAgain = clock.instant().plus(jittered(known.usable().isEmpty() ? SOON : FRESH));
            forgetThoseGone();
        } catch (FleetException e) {
            problem = Optional.of(e.getMessage());
            askAgain = clock.instant().plus(jittered(SOON.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS))));
            failures++;
        }
    }

    private Duration jittered(Duration usual) {
        var factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (usual.toNanos() * factor));
    }

    private void forgetThoseGone() {
        synchronized (distrusted) {
            distrusted.retainAll(known.tasks().stream().map(WorkerTask::arn).toList());
        }
    }

    private List<WorkerTask> trusted() {
        synchronized (distrusted) {
            return known.usable().stream()
                    .filter(task -> !distrusted.contains(task.arn()))
                    .toList();
        }
    }

    /** It may be that ECS knows already what became of it. */
    @Override
    public void lost(URI worker) {
        var soon = clock.instant().plus(jittered(SOON));
        // Nobody waits for it longer than for the answer that is due, nor after failures, which ask for patience.
        if (problem.isEmpty() && soon.isBefore(askAgain)) {
            askAgain = soon;
        }
    }

    /**
     * Has its task replaced. The last worker that is left stays: a program that breaks out on every worker in turn must not be
     * able to stop the grading of all others.
     */
    @Override
    public void violated(URI worker) {
        var trusted = trusted();
        trusted.stream()
                .filter(task -> trusted.size() > 1 && task.address().equals(Optional.of(worker)))
                .filter(this::distrust)
                .forEach(task -> background.execute(() -> stop(task)));
    }

    private boolean distrust(WorkerTask task) {
        synchronized (distrusted) {
            return distrusted.add(task.arn());
        }
    }

    private void stop(WorkerTask task) {
        try {
            fleet.stop(task, "a program broke its sandbox");
        } catch (FleetException e) {
            // It gets no jobs of ours in any case, and whoever sees the next violation tries again.
            problem = Optional.of(e.getMessage());
        }
    }

    @Override
    public String whyNone() {
        return problem.orElseGet(() -> fleet.name() + " has no task that runs: of "
                + known.tasks().size() + " none is RUNNING and healthy with an address");
    }

    @Override
    public String toString() {
        return fleet.name().toString();
    }
}
