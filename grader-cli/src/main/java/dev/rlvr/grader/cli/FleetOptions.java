package dev.rlvr.grader.cli;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.FleetName;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which fleet, and how long to wait for it. */
final class FleetOptions {

    private static final Duration POLL = Duration.ofSeconds(2);

    @Parameters(
            index = "0",
            paramLabel = "FLEET",
            description =
                    "The service, as in ecs://CLUSTER/SERVICE:PORT; without a port it is 8080. Credentials and region"
                            + " are those of the AWS command line.")
    private String fleet = "";

    @Option(
            names = "--wait-seconds",
            paramLabel = "N",
            defaultValue = "600",
            description = "How long to wait until the tasks have started or ended; 0 returns at once. Default: 600.")
    private int waitSeconds;

    EcsFleet open(Function<FleetName, EcsFleet> fleets) {
        return fleets.apply(FleetName.parse(fleet));
    }

    void await(EcsFleet changed) {
        if (waitSeconds > 0) {
            changed.awaitStable(Duration.ofSeconds(waitSeconds), POLL);
        }
    }
}
