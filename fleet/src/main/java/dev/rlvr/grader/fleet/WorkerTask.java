package dev.rlvr.grader.fleet;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * A task as ECS describes it.
 *
 * @param arn names it in every request
 * @param lastStatus such as {@code PENDING}, {@code RUNNING}
 * @param desiredStatus what ECS is about to make of it: {@code RUNNING} or {@code STOPPED}
 * @param health {@code HEALTHY}, {@code UNHEALTHY}, or {@code UNKNOWN}, which is also that of a task without a health check
 * @param address where it listens; empty until its network interface is attached
 * @param created when ECS was asked for it
 */
public record WorkerTask(
        String arn,
        String lastStatus,
        String desiredStatus,
        String health,
        Optional<URI> address,
        Optional<Instant> created) {

    private static final String RUNNING = "RUNNING";

    static WorkerTask of(Task task, int port) {
        return new WorkerTask(
                task.taskArn(),
                task.lastStatus(),
                task.desiredStatus(),
                task.healthStatusAsString() == null ? "UNKNOWN" : task.healthStatusAsString(),
                privateIps(task).findFirst().map(ip -> URI.create("http://" + ip + ":" + port)),
                Optional.ofNullable(task.createdAt()));
    }

    /** Of the interface that is the task's own; where there is none yet, of its containers. */
    private static Stream<String> privateIps(Task task) {
        var attached = task.attachments().stream()
                .filter(attachment -> "ElasticNetworkInterface".equals(attachment.type()))
                .flatMap(attachment -> attachment.details().stream())
                .filter(detail -> "privateIPv4Address".equals(detail.name()))
                .map(KeyValuePair::value);
        var ofContainers = task.containers().stream()
                .flatMap(container -> container.networkInterfaces().stream())
                .map(it -> it.privateIpv4Address());
        return Stream.concat(attached, ofContainers).filter(ip -> ip != null && !ip.isBlank());
    }

    /** Whether jobs can be sent to it. */
    public boolean usable() {
        return lastStatus.equals(RUNNING)
                && desiredStatus.equals(RUNNING)
                && !health.equals("UNHEALTHY")
                && address.isPresent();
    }

    /** The last part of its name, as people write it. */
    public String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
