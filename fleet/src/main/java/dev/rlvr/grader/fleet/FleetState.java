package dev.rlvr.grader.fleet;

import software.amazon.awssdk.services.ecs.model.Service;

/**
 * A service as ECS counts it.
 *
 * @param status {@code ACTIVE}, {@code DRAINING} or {@code INACTIVE}
 * @param desired how many tasks there are to be
 * @param running how many run
 * @param pending how many are being started
 * @param deployments 1, or more while one version replaces another
 */
public record FleetState(String status, int desired, int running, int pending, int deployments) {

    static FleetState of(Service service) {
        return new FleetState(
                service.status(),
                service.desiredCount(),
                service.runningCount(),
                service.pendingCount(),
                service.deployments().size());
    }

    /** Whether nothing is about to change. */
    public boolean stable() {
        return running == desired && pending == 0 && deployments <= 1;
    }

    @Override
    public String toString() {
        return status + ", " + running + " of " + desired + " running, " + pending + " pending"
                + (deployments > 1 ? ", " + deployments + " deployments" : "");
    }
}
