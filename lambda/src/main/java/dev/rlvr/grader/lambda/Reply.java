package dev.rlvr.grader.lambda;

import dev.rlvr.grader.model.Component;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the trainer is told about one row.
 *
 * @param id as the row had it, whether text or number: the trainer looks for its own
 */
record Reply(JsonNode id, double reward, List<Component> metrics) {
    Reply {
        metrics = List.copyOf(metrics);
    }
}
