package dev.rlvr.grader;

import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.suite.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Public data sets with known results, which lie beside the clone. A test that needs them fails where they are not. */
final class RealData {

    private RealData() {}

    static Path home() {
        return Path.of(Objects.requireNonNull(System.getProperty("grader.home"), "grader.home is not set"));
    }

    static List<ObjectNode> rows(String file) throws IOException {
        try (var lines = Files.lines(home().resolve("../shared/data").resolve(file))) {
            return lines.map(RealData::row).toList();
        }
    }

    static List<Sample> samples(List<ObjectNode> rows, Function<ObjectNode, String> completion) {
        return rows.stream().map(row -> sample(row, completion.apply(row))).toList();
    }

    /** A sample that brings its row along as its suite. */
    static Sample sample(ObjectNode row, String completion) {
        var id = List.of("task_id", "id", "name").stream()
                .filter(row::has)
                .map(field -> row.get(field).asString())
                .findFirst()
                .orElse("row");
        return new Sample(id, id, completion, new Sample.SuiteRef.Inline(row.toString()));
    }

    static String fenced(String program) {
        return "```python\n" + program + "\n```\n";
    }

    private static ObjectNode row(String line) {
        return switch (Json.parse(line)) {
            case Json.Parsed.Value(ObjectNode node) -> node;
            case Json.Parsed other -> throw new IllegalArgumentException("not a row: " + other);
        };
    }
}
