package dev.rlvr.grader.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * An ECS service of workers: asks ECS about it and changes it. Every method throws {@link FleetException} when ECS cannot
 * be asked, refuses, or does not know the service. Thread-safe.
 */
public final class EcsFleet {

    /** That ListTasks gives, and that DescribeTasks takes. */
    private static final int PAGE = 100;

    private final FleetName name;
    private final Supplier<EcsClient> client;

    public EcsFleet(FleetName name, Supplier<EcsClient> client) {
        this.name = name;
        this.client = client;
    }

    /** With the credentials and the region of the environment. */
    public static EcsFleet of(FleetName name) {
        return new EcsFleet(name, new LazyEcsClient());
    }

    public FleetName name() {
        return name;
    }

    /** All tasks that are meant to run, those among them that do not run yet. */
    public List<WorkerTask> tasks() {
        return ask("list the tasks of", ecs -> {
            var request = ListTasksRequest.builder()
                    .cluster(name.cluster())
                    .serviceName(name.service())
                    .build();
            var arns = new ArrayList<>(
                    ecs.listTasksPaginator(request).taskArns().stream().toList());
            var tasks = new ArrayList<WorkerTask>();
            for (var from = 0; from < arns.size(); from += PAGE) {
                describe(ecs, arns.subList(from, Math.min(from + PAGE, arns.size())), tasks);
            }
            return tasks;
        });
    }

    /** A task that is gone in the meantime is among the failures of the answer, and simply not a task any more. */
    private void describe(EcsClient ecs, List<String> arns, List<WorkerTask> into) {
        var request = DescribeTasksRequest.builder()
                .cluster(name.cluster())
                .tasks(arns)
                .build();
        ecs.describeTasks(request).tasks().stream()
                .map(task -> WorkerTask.of(task, name.port()))
                .forEach(into::add);
    }

    /** Has ECS end a task, with SIGTERM first, and start another one in its place. */
    public void stop(WorkerTask task, String reason) {
        ask(
                "stop a task of",
                ecs -> ecs.stopTask(request ->
                        request.cluster(name.cluster()).task(task.arn()).reason(reason)));
    }

    /** How many tasks there are to be, and are. */
    public FleetState state() {
        return FleetState.of(ask("describe", this::service));
    }

    /** Returns at once: the tasks start and end in the minutes that follow. */
    public void scale(int tasks) {
        ask(
                "scale",
                ecs -> ecs.updateService(request ->
                        request.cluster(name.cluster()).service(name.service()).desiredCount(tasks)));
    }

    /**
     * Waits until as many tasks run as there are to be, all of one version.
     *
     * @param every how often ECS is asked
     * @throws FleetException also when it takes longer than {@code atMost}
     */
    public void awaitStable(Duration atMost, Duration every) {
        ask("wait for", ecs -> {
            try (var waiter = ecs.waiter()) {
                return waiter.waitUntilServicesStable(
                        request -> request.cluster(name.cluster()).services(name.service()),
                        limits -> limits.waitTimeout(atMost)
                                .maxAttempts(Integer.MAX_VALUE)
                                .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(every)));
            }
        });
    }

    private Service service(EcsClient ecs) {
        return ecs
                .describeServices(request -> request.cluster(name.cluster()).services(name.service()))
                .services()
                .stream()
                .findFirst()
                .orElseThrow(() -> new FleetException("there is no service " + name.service() + " in the cluster "
                        + name.cluster() + "; check both names and the region"));
    }

    private interface Question<T> {
        T ask(EcsClient ecs);
    }

    private <T> T ask(String what, Question<T> question) {
        try {
            return question.ask(client.get());
        } catch (SdkException e) {
            throw new FleetException("cannot " + what + " " + name + ": " + e.getMessage(), e);
        }
    }
}
