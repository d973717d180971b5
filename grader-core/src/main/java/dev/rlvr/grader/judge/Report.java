package dev.rlvr.grader.judge;

import dev.rlvr.grader.sandbox.Output;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON line of a report channel. Anything else there (nothing, two lines, half a line) is no report. */
final class Report {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10_000)
                            .maxNumberLength(200_000)
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Report() {}

    static Optional<JsonNode> read(Output output) {
        if (output.cut() || output.bytes().length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(output.bytes())).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static String text(JsonNode report, String field) {
        var value = report.get(field);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
