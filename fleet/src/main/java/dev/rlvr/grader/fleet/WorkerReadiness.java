package dev.rlvr.grader.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker says of itself at {@code /ready}.
 *
 * @param accepting whether it takes jobs; not when it is about to end
 * @param jobs how many it has
 * @param most how many it takes
 */
public record WorkerReadiness(boolean accepting, int jobs, int most) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty where it cannot be reached, as from outside of its network, or does not answer like a worker. */
    public static Optional<WorkerReadiness> ask(HttpClient http, URI worker) throws InterruptedException {
        var request = HttpRequest.newBuilder(worker.resolve("/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == OK || response.statusCode() == UNAVAILABLE
                    ? parse(response.statusCode() == OK, response.body())
                    : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<WorkerReadiness> parse(boolean accepting, String body) {
        var state = JSON.readTree(body);
        return state.path("jobs").isInt() && state.path("most").isInt()
                ? Optional.of(new WorkerReadiness(
                        accepting,
                        state.path("jobs").asInt(),
                        state.path("most").asInt()))
                : Optional.empty();
    }
}
