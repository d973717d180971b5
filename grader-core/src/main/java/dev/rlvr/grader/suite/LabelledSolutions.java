package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.LabelledSolution.Label;
import dev.rlvr.grader.suite.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every solution of a row: those known to be right, and those known to be wrong. */
final class LabelledSolutions {

    /** The field of our own form. */
    static final String FIELD = "solutions";

    /** The names of the labels, as they are written in a suite. */
    static final List<String> LABELS = Stream.of(Label.values())
            .filter(label -> label != Label.ANY)
            .map(label -> label.name().toLowerCase(Locale.ROOT))
            .toList();

    private LabelledSolutions() {}

    /** Of a row that has been read without a problem. */
    static List<LabelledSolution> of(Row row, Suite suite) {
        var all = new ArrayList<LabelledSolution>();
        var own = OwnForm.find(row);
        if (own.isPresent()) {
            add(all, "reference", suite.reference(), Label.ACCEPTED);
            for (var solution : own.get().node().path(FIELD)) {
                var label = Label.valueOf(solution.path("verdict").asString().toUpperCase(Locale.ROOT));
                var name = solution.path("id").asString(FIELD + "[" + all.size() + "]");
                add(all, name, solution.path("source").asString(), label);
            }
            return all;
        }
        add(all, "reference", suite.reference(), Label.ACCEPTED);
        for (var name : List.of(FIELD, "references", "correct_solutions")) {
            addList(all, row, name, Label.ACCEPTED);
        }
        addList(all, row, "incorrect_solutions", Label.REJECTED);
        var continuation = row.text("canonical_solution").isEmpty() ? "" : suite.prompt();
        var buggy = row.text("buggy_solution", "python_buggy");
        add(all, "buggy_solution", buggy.isEmpty() ? "" : continuation + buggy, Label.REJECTED);
        return all;
    }

    private static void addList(List<LabelledSolution> all, Row row, String name, Label label) {
        Optional<JsonNode> list = row.find(name).map(field -> Json.decode(field.node()));
        if (list.isPresent() && list.get().isArray()) {
            for (var i = 0; i < list.get().size(); i++) {
                add(all, name + "[" + i + "]", list.get().path(i).asString(""), label);
            }
        }
    }

    private static void add(List<LabelledSolution> all, String name, String source, Label label) {
        if (!source.isBlank() && all.stream().noneMatch(other -> other.source().equals(source))) {
            all.add(new LabelledSolution(name, source, label));
        }
    }
}
