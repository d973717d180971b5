package dev.rlvr.grader.report;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A grade as one line of JSON, and back. The form of the row is a promise: {@code docs/cli.md} describes it. */
public final class GradeRows {

    /** ASCII only, so that half a surrogate pair in an id or a note is still a valid row. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private GradeRows() {}

    /** Without the end of the line. */
    public static String line(Grade grade) {
        var row = JSON.createObjectNode().put("id", grade.id());
        switch (grade) {
            case Grade.Scored scored -> write(scored, row);
            case Grade.Ungraded ungraded -> write(ungraded, row);
        }
        return JSON.writeValueAsString(row);
    }

    /** Empty when the line is not a whole row. */
    static Optional<Grade> read(String line) {
        try {
            return Optional.of(read(JSON.readTree(line)));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void write(Grade.Scored grade, ObjectNode row) {
        row.put("aggregate_reward_score", grade.reward());
        var metrics = row.putArray("metrics_list");
        for (var part : grade.components()) {
            metrics.addObject()
                    .put("name", part.name())
                    .put("value", part.value())
                    .put("type", part.reward() ? "Reward" : "Metric");
        }
        row.put("status", "scored").put("verdict", grade.verdict().name());
        var cases = row.putArray("cases");
        for (var test : grade.cases()) {
            cases.addObject()
                    .put("id", test.id())
                    .put("verdict", test.verdict().name())
                    .put("cpu_us", micros(test.usage().cpu()))
                    .put("wall_us", micros(test.usage().wall()))
                    .put("memory_bytes", test.usage().memory().bytes())
                    .put("note", test.note());
        }
        row.put("extraction", grade.extraction())
                .put("isolation", grade.isolation())
                .put("task", grade.task());
        if (!grade.note().isEmpty()) {
            row.put("note", grade.note());
        }
    }

    private static void write(Grade.Ungraded grade, ObjectNode row) {
        row.putNull("aggregate_reward_score").putArray("metrics_list");
        row.put("status", "ungraded").putNull("verdict").putArray("cases");
        row.put("extraction", "").put("isolation", "").put("task", grade.task());
        row.putObject("fault")
                .put("kind", grade.fault().name().toLowerCase(Locale.ROOT))
                .put("reason", grade.reason());
    }

    private static Grade read(JsonNode row) {
        var id = row.required("id").asString();
        var task = row.required("task").asString();
        if (row.required("status").asString().equals("ungraded")) {
            var fault = row.required("fault");
            var kind = fault.required("kind").asString().toUpperCase(Locale.ROOT);
            return new Grade.Ungraded(
                    id, task, Fault.valueOf(kind), fault.required("reason").asString());
        }
        return new Grade.Scored(
                id,
                task,
                row.required("aggregate_reward_score").doubleValue(),
                verdict(row),
                list(row.required("metrics_list")).stream()
                        .map(GradeRows::component)
                        .toList(),
                list(row.required("cases")).stream().map(GradeRows::caseResult).toList(),
                row.required("extraction").asString(),
                row.required("isolation").asString(),
                row.path("note").asString(""));
    }

    private static Component component(JsonNode part) {
        return new Component(
                part.required("name").asString(),
                part.required("value").doubleValue(),
                part.required("type").asString().equals("Reward"));
    }

    private static CaseResult caseResult(JsonNode test) {
        var usage = new Usage(
                duration(test.required("cpu_us")),
                duration(test.required("wall_us")),
                new ByteSize(test.required("memory_bytes").longValue()));
        return new CaseResult(
                test.required("id").asString(),
                verdict(test),
                usage,
                test.required("note").asString());
    }

    private static Verdict verdict(JsonNode node) {
        return Verdict.valueOf(node.required("verdict").asString());
    }

    private static Duration duration(JsonNode micros) {
        return Duration.ofNanos(Math.multiplyExact(micros.longValue(), 1000L));
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }

    private static List<JsonNode> list(JsonNode array) {
        return IntStream.range(0, array.size()).mapToObj(array::get).toList();
    }
}
