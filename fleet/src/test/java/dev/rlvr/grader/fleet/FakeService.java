package dev.rlvr.grader.fleet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps as many tasks running as are wanted, as the scheduler of ECS does. Thread-safe. */
final class FakeService implements AutoCloseable {

    private final String cluster;
    private final TaskRunner runner;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<FakeTask> tasks = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private int desired;

    FakeService(String cluster, TaskRunner runner) {
        this.cluster = cluster;
        this.runner = runner;
    }

    /** Those that ECS still lists: meant to run, or ending. */
    List<FakeTask> tasks() {
        return tasks.stream().filter(task -> !task.over()).toList();
    }

    synchronized int desired() {
        return desired;
    }

    synchronized void scale(int wanted) {
        desired = wanted;
        var alive = tasks().stream().filter(FakeTask::wanted).toList();
        alive.stream().skip(wanted).forEach(this::end);
        for (var i = alive.size(); i < wanted; i++) {
            begin();
        }
    }

    /** One task less, and another one in its place. */
    synchronized void replace(FakeTask task) {
        end(task);
        scale(desired);
    }

    private void begin() {
        var task = new FakeTask("%032x".formatted(count.incrementAndGet()), cluster);
        tasks.add(task);
        var _ = threads.submit(() -> {
            try {
                var running = runner.start(task.id());
                task.runs(running);
                if (!task.wanted()) {
                    running.stop();
                }
            } catch (IOException | RuntimeException e) {
                task.stopped();
            }
            return task;
        });
    }

    private void end(FakeTask task) {
        task.toBeStopped();
        var _ = threads.submit(() -> {
            var running = task.running();
            if (running.isPresent()) {
                running.get().stop();
            }
            task.stopped();
            return task;
        });
    }

    Map<String, Object> description(String name) {
        var all = tasks();
        return Map.of(
                "serviceName", name,
                "serviceArn", "arn:aws:ecs:eu-west-1:123456789012:service/" + cluster + "/" + name,
                "status", "ACTIVE",
                "desiredCount", desired(),
                "runningCount", all.stream().filter(task -> !task.pending()).count(),
                "pendingCount", all.stream().filter(FakeTask::pending).count(),
                "deployments", List.of(Map.of("id", "ecs-svc/1", "status", "PRIMARY")));
    }

    @Override
    public void close() {
        scale(0);
        threads.close();
    }
}
