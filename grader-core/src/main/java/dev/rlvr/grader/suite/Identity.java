package dev.rlvr.grader.suite;

import java.util.Optional;

/** The name of a row. Outer layers first: what wraps a set of tests is what people refer to. */
final class Identity {

    private static final String[] FIELDS = {"task_id", "id", "question_id", "problem_id", "name"};

    private Identity() {}

    static Optional<String> of(Row row) {
        for (var layer : row.layers().reversed()) {
            for (var field : FIELDS) {
                var node = layer.node().path(field);
                var id = node.isString() || node.isIntegralNumber()
                        ? node.asString().strip()
                        : "";
                if (!id.isEmpty()) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }
}
