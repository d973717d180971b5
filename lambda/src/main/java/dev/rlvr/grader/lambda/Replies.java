package dev.rlvr.grader.lambda;

import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.reward.RewardConfig.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Grades as replies, one for each row and in their order. */
final class Replies {

    private final Range range;
    private final Map<String, Double> meanByTask;

    private Replies(Range range, List<Grade> grades) {
        this.range = range;
        this.meanByTask = grades.stream()
                .filter(Grade.Scored.class::isInstance)
                .map(Grade.Scored.class::cast)
                .collect(Collectors.groupingBy(Grade::task, Collectors.averagingDouble(Grade.Scored::reward)));
    }

    static List<Reply> of(List<JsonNode> rows, List<Grade> grades, Range range) {
        var replies = new Replies(range, grades);
        var all = new ArrayList<Reply>();
        for (var i = 0; i < rows.size(); i++) {
            all.add(replies.reply(id(rows.get(i), grades.get(i), i), grades.get(i)));
        }
        return all;
    }

    private static JsonNode id(JsonNode row, Grade grade, int index) {
        var own = row.path("id");
        if (own.isValueNode() && !own.isNull()) {
            return own;
        }
        var isReadable = !(grade instanceof Grade.Ungraded ungraded) || ungraded.fault() != Fault.INPUT;
        return JsonNodeFactory.instance.stringNode(isReadable ? grade.id() : String.valueOf(index));
    }

    private Reply reply(JsonNode id, Grade grade) {
        return switch (grade) {
            case Grade.Scored scored -> new Reply(id, scored.reward(), scored.components());
            case Grade.Ungraded ungraded ->
                switch (ungraded.fault()) {
                    case SUITE -> new Reply(id, range.min(), List.of(is("suite_fault")));
                    // One metric to watch for all that is wrong with a dataset, one for rows that could not even be
                    // read.
                    case INPUT -> new Reply(id, range.min(), List.of(is("suite_fault"), is("input_fault")));
                    case INFRASTRUCTURE -> new Reply(id, neutral(ungraded.task()), List.of(is("infra_error")));
                };
        };
    }

    /** What moves nothing: algorithms that compare the completions of one prompt subtract their mean. */
    private double neutral(String task) {
        return meanByTask.getOrDefault(task, (range.min() + range.max()) / 2);
    }

    private static Component is(String name) {
        return new Component(name, 1, false);
    }
}
