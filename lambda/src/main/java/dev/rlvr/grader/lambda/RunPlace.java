package dev.rlvr.grader.lambda;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.EcsWorkers;
import dev.rlvr.grader.fleet.FleetName;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.remote.DnsWorkers;
import dev.rlvr.grader.sandbox.remote.RemoteSandbox;
import dev.rlvr.grader.sandbox.remote.WorkerDirectory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Where programs run. */
sealed interface RunPlace {

    /** In the function's own environment, which few can offer. */
    record Here() implements RunPlace {}

    /** @param secret shared with the workers */
    record Workers(WorkerDirectory directory, String secret, Isolation isolation, Duration patience)
            implements RunPlace {

        /** Looks for the workers already, so that the first sample need not wait for that. */
        RemoteSandbox open() {
            Thread.ofVirtual().name("find-workers").start(directory::workers);
            return new RemoteSandbox(directory, secret.getBytes(StandardCharsets.UTF_8), isolation, patience);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "workers " + directory;
        }
    }

    /** @throws IllegalArgumentException naming a variable that cannot be used */
    static RunPlace of(Variables variables) {
        if (!variables.has("GRADER_WORKERS")) {
            return new Here();
        }
        if (!variables.has("GRADER_WORKER_SECRET")) {
            throw new IllegalArgumentException(
                    "the environment variable GRADER_WORKER_SECRET: is missing; it has to be that of the workers");
        }
        return new Workers(
                variables.get("GRADER_WORKERS", "", RunPlace::directory),
                variables.get("GRADER_WORKER_SECRET", "", secret -> secret),
                variables.get("GRADER_MIN_ISOLATION", "uid", Variables.oneOf(Isolation.class)),
                variables.get("WORKER_PATIENCE_SECONDS", "30", Variables::seconds));
    }

    private static WorkerDirectory directory(String text) {
        if (text.startsWith("ecs://")) {
            return new EcsWorkers(EcsFleet.of(FleetName.parse(text)));
        }
        if (text.startsWith("dns://")) {
            var name = URI.create(text);
            if (name.getHost() == null || name.getPort() < 0) {
                throw new IllegalArgumentException("must name host and port, as in dns://workers.internal:8080");
            }
            return new DnsWorkers(name.getHost(), name.getPort());
        }
        var fixed = Arrays.stream(text.split(",", -1)).map(RunPlace::worker).toList();
        return new Fixed(fixed);
    }

    private static URI worker(String text) {
        var address = URI.create(text.strip());
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("must name workers as in http://10.0.0.7:8080, not " + text);
        }
        return address;
    }

    /** A list that does not change. */
    record Fixed(List<URI> workers) implements WorkerDirectory {
        public Fixed {
            workers = List.copyOf(workers);
        }
    }
}
