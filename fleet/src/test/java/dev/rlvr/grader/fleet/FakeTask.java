package dev.rlvr.grader.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A task of a {@link FakeEcs}, in the states that ECS takes one through. Thread-safe. */
final class FakeTask {

    private final String id;
    private final String arn;
    private final Instant created = Instant.now();
    private String lastStatus = "PENDING";
    private String desiredStatus = "RUNNING";
    private String health = "UNKNOWN";
    private Optional<TaskRunner.Running> running = Optional.empty();

    FakeTask(String id, String cluster) {
        this.id = id;
        this.arn = "arn:aws:ecs:eu-west-1:123456789012:task/" + cluster + "/" + id;
    }

    String id() {
        return id;
    }

    String arn() {
        return arn;
    }

    synchronized void runs(TaskRunner.Running task) {
        running = Optional.of(task);
        lastStatus = "RUNNING";
        health = "HEALTHY";
    }

    synchronized void health(String status) {
        health = status;
    }

    synchronized void toBeStopped() {
        desiredStatus = "STOPPED";
    }

    synchronized void stopped() {
        lastStatus = "STOPPED";
    }

    synchronized boolean wanted() {
        return desiredStatus.equals("RUNNING");
    }

    synchronized boolean pending() {
        return lastStatus.equals("PENDING");
    }

    synchronized boolean over() {
        return lastStatus.equals("STOPPED");
    }

    synchronized Optional<TaskRunner.Running> running() {
        return running;
    }

    /** As DescribeTasks says it. The interface is attached from the start, its address known later. */
    synchronized Map<String, Object> description() {
        var details = new ArrayList<Map<String, String>>();
        details.add(Map.of("name", "networkInterfaceId", "value", "eni-" + id));
        running.ifPresent(task -> details.add(Map.of("name", "privateIPv4Address", "value", task.ip())));
        var description = new LinkedHashMap<String, Object>();
        description.put("taskArn", arn);
        description.put("lastStatus", lastStatus);
        description.put("desiredStatus", desiredStatus);
        description.put("healthStatus", health);
        description.put("createdAt", created.toEpochMilli() / 1000.0);
        description.put("containers", List.of(Map.of("name", "worker", "lastStatus", lastStatus)));
        description.put(
                "attachments",
                List.of(Map.of(
                        "id",
                        "eni-" + id,
                        "type",
                        "ElasticNetworkInterface",
                        "status",
                        "ATTACHED",
                        "details",
                        details)));
        return description;
    }
}
