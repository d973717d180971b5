package dev.rlvr.grader.lambda;

import java.util.List;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bytes that go back. They say nothing of the tests but how many passed: rewards end up in public logs. */
final class Response {

    /** ASCII only, so that half a surrogate pair in an id still makes valid JSON. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private static final int OK = 200;

    private Response() {}

    static byte[] of(List<Reply> replies, ResponseStyle style) {
        var list = JSON.createArrayNode();
        for (var reply : replies) {
            var row = list.addObject();
            row.set("id", reply.id());
            var metrics = row.put("aggregate_reward_score", reply.reward()).putArray("metrics_list");
            for (var part : reply.metrics()) {
                metrics.addObject()
                        .put("name", part.name())
                        .put("value", part.value())
                        .put("type", part.reward() ? "Reward" : "Metric");
            }
        }
        return bytes(list, style);
    }

    /** The answer to a probe. */
    static byte[] ok(ResponseStyle style) {
        return bytes(JSON.createObjectNode().put("ok", true), style);
    }

    private static byte[] bytes(JsonNode body, ResponseStyle style) {
        return switch (style) {
            case LIST -> JSON.writeValueAsBytes(body);
            case HTTP -> {
                var envelope = JSON.createObjectNode().put("statusCode", OK);
                envelope.putObject("headers").put("content-type", "application/json");
                yield JSON.writeValueAsBytes(envelope.put("body", JSON.writeValueAsString(body)));
            }
        };
    }
}
