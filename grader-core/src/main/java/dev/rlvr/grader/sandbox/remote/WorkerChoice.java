package dev.rlvr.grader.sandbox.remote;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Who gets a job: of two workers picked at random the one with less to do. That spreads the load almost as well as asking
 * all would, and many that choose at the same time do not choose the same. Thread-safe.
 */
final class WorkerChoice {

    private final WorkerDirectory directory;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<URI, Worker> known = new ConcurrentHashMap<>();

    WorkerChoice(WorkerDirectory directory, InstantSource clock, RandomGenerator random) {
        this.directory = directory;
        this.clock = clock;
        this.random = random;
    }

    /** @param avoid those that lost this job before; taken only if there is no other */
    Optional<Worker> choose(Set<Worker> avoid) {
        var usable = all().stream().filter(Worker::usable).toList();
        var others = usable.stream().filter(worker -> !avoid.contains(worker)).toList();
        return lessLoaded(others.isEmpty() ? usable : others);
    }

    private List<Worker> all() {
        var listed = directory.workers();
        known.keySet().retainAll(Set.copyOf(listed));
        return listed.stream()
                .distinct()
                .map(address -> known.computeIfAbsent(address, it -> new Worker(it, clock)))
                .toList();
    }

    private Optional<Worker> lessLoaded(List<Worker> workers) {
        if (workers.size() < 2) {
            return workers.stream().findFirst();
        }
        var first = random.nextInt(workers.size());
        var second = (first + 1 + random.nextInt(workers.size() - 1)) % workers.size();
        var one = workers.get(first);
        var other = workers.get(second);
        return Optional.of(other.load() < one.load() ? other : one);
    }
}
