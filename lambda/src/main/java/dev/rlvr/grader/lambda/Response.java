package dev.rlvr.grader.lambda;

import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import java.util.List;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The list that trainers expect back. Says nothing of the tests but how many passed: rewards end up in public logs. */
final class Response {

    /** ASCII only, so that half a surrogate pair in an id still makes valid JSON. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private Response() {}

    static byte[] of(List<JsonNode> rows, List<Grade> grades) {
        var list = JSON.createArrayNode();
        for (var i = 0; i < rows.size(); i++) {
            write(grades.get(i), list.addObject().set("id", id(rows.get(i), grades.get(i), i)));
        }
        return JSON.writeValueAsBytes(list);
    }

    /** As it came, whether text or number: the trainer looks for its own. */
    private static JsonNode id(JsonNode row, Grade grade, int index) {
        var own = row.path("id");
        if (own.isValueNode() && !own.isNull()) {
            return own;
        }
        var isReadable = !(grade instanceof Grade.Ungraded ungraded) || ungraded.fault() != Fault.INPUT;
        return JSON.getNodeFactory().stringNode(isReadable ? grade.id() : String.valueOf(index));
    }

    private static void write(Grade grade, ObjectNode row) {
        switch (grade) {
            case Grade.Scored scored -> write(scored.reward(), scored.components(), row);
            case Grade.Ungraded ungraded -> write(0, faults(ungraded.fault()), row);
        }
    }

    /** One metric to watch for all that is wrong with a dataset, and one for rows that could not even be read. */
    private static List<Component> faults(Fault fault) {
        var suiteFault = new Component("suite_fault", 1, false);
        return switch (fault) {
            case SUITE -> List.of(suiteFault);
            case INPUT -> List.of(suiteFault, new Component("input_fault", 1, false));
            case INFRASTRUCTURE -> throw new IllegalStateException("a fault of ours is no reward");
        };
    }

    private static void write(double reward, List<Component> components, ObjectNode row) {
        var metrics = row.put("aggregate_reward_score", reward).putArray("metrics_list");
        for (var part : components) {
            metrics.addObject()
                    .put("name", part.name())
                    .put("value", part.value())
                    .put("type", part.reward() ? "Reward" : "Metric");
        }
    }
}
