package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the wire to the wire, through real sandboxes. */
class GradeHandlerIT {

    private static final Set<String> MEASURED = Set.of("efficiency", "cpu_ms_max", "memory_mb_max");

    private static GradeHandler handler;

    @BeforeAll
    static void start() throws InterruptedException {
        handler = new GradeHandler(
                LambdaGrader.of(Map.of("GRADER_HOME", Golden.home().toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "evaluation", "wrapped"})
    void a_request_gets_the_promised_response(String name) throws IOException {
        var response = Invocation.of(handler, Golden.request(name));

        assertThat(withoutMeasurements(response))
                .isEqualTo(withoutMeasurements(Invocation.json(Golden.response(name))));
    }

    /** Time and memory are never the same twice. */
    private static JsonNode withoutMeasurements(JsonNode response) {
        for (var row : response) {
            for (var metric : row.path("metrics_list")) {
                if (MEASURED.contains(metric.path("name").asString())) {
                    ((ObjectNode) metric).put("value", 0.0);
                }
            }
        }
        return response;
    }
}
