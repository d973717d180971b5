package dev.rlvr.grader.suite;

import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.json.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of our own form. Every field that is asked for becomes known; the others are reported. A field of the wrong type is reported and read as its default, so that reading goes on to the next problem.
 */
final class Fields {

    private final Row.Field object;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Row.Field object, Problems problems) {
        this.object = object;
        this.problems = problems;
        if (!object.node().isObject()) {
            problems.add(object.path(), "is " + Json.kind(object.node()) + "; write an object");
        }
    }

    /** What {@code reader} makes of an object; afterwards the fields it did not ask for are reported. */
    static <T> T read(Row.Field object, Problems problems, Function<Fields, T> reader) {
        var fields = new Fields(object, problems);
        var result = reader.apply(fields);
        fields.reportUnknown();
        return result;
    }

    Optional<Row.Field> take(String name) {
        known.add(name);
        return object.node().has(name) ? Optional.of(object.at(name)) : Optional.empty();
    }

    /** A field that must be there. */
    Optional<Row.Field> require(String name, String advice) {
        var field = take(name);
        if (field.isEmpty() && object.node().isObject()) {
            problem(name, "is missing; " + advice);
        }
        return field;
    }

    String text(String name) {
        return take(name).map(this::text).orElse("");
    }

    /** Text that is not blank, or the default. */
    String name(String name, String otherwise) {
        var field = take(name);
        if (field.isEmpty()) {
            return otherwise;
        }
        var text = text(field.get());
        if (text.isBlank() && field.get().node().isString()) {
            problem(name, "is blank; write a name, or leave it out");
        }
        return text.isBlank() ? otherwise : text.strip();
    }

    String text(Row.Field field) {
        if (field.node().isString()) {
            return field.node().stringValue();
        }
        problems.add(field.path(), "is " + Json.kind(field.node()) + "; write text");
        return "";
    }

    long integer(String name, long least, long most, long otherwise) {
        var field = take(name);
        if (field.isEmpty()) {
            return otherwise;
        }
        var node = field.get().node();
        // JSON does not tell 10 from 10.0, and neither does the schema.
        var value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (value == Math.rint(value) && value >= least && value <= most) {
            return (long) value;
        }
        var range = least == most ? String.valueOf(least) : "a whole number from " + least + " to " + most;
        problem(name, "must be " + range + ", not " + shown(node));
        return otherwise;
    }

    /** A finite number, more than {@code least} or equal to it if that is allowed. */
    double number(String name, double least, boolean orEqual, double otherwise) {
        var field = take(name);
        if (field.isEmpty()) {
            return otherwise;
        }
        var node = field.get().node();
        var value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (Double.isFinite(value) && (value > least || (orEqual && value == least))) {
            return value;
        }
        problem(
                name,
                "must be a number " + (orEqual ? "of at least " : "above ") + shorten(least) + ", not " + shown(node));
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        var field = take(name);
        if (field.isEmpty()) {
            return otherwise;
        }
        if (!field.get().node().isBoolean()) {
            problem(name, "must be true or false, not " + shown(field.get().node()));
        }
        return field.get().node().asBoolean(otherwise);
    }

    /** One of these words. */
    Optional<String> choice(String name, List<String> words) {
        var field = require(name, "write one of " + String.join(", ", words));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        var word = field.get().node().isString() ? field.get().node().stringValue() : "";
        if (words.contains(word)) {
            return Optional.of(word);
        }
        problem(
                name,
                "must be one of " + String.join(", ", words) + ", not "
                        + shown(field.get().node()));
        return Optional.empty();
    }

    /** The elements of a list that is not empty. */
    List<Row.Field> list(Row.Field field) {
        if (!field.node().isArray() || field.node().isEmpty()) {
            problems.add(
                    field.path(),
                    "is " + (field.node().isArray() ? "empty" : Json.kind(field.node()))
                            + "; write a list with at least one element");
        }
        var elements = new ArrayList<Row.Field>();
        for (var i = 0; i < (field.node().isArray() ? field.node().size() : 0); i++) {
            elements.add(field.at(i));
        }
        return elements;
    }

    void problem(String name, String problem) {
        problems.add(object.at(name).path(), problem);
    }

    private void reportUnknown() {
        for (var name : object.node().propertyNames()) {
            if (!known.contains(name)) {
                var near = Nearest.to(name, known);
                var advice = near.isEmpty()
                        ? "known are " + String.join(", ", known)
                        : "did you mean " + near.getFirst() + "?";
                problem(Text.brief(name, 60), "is not a field of this object; " + advice);
            }
        }
    }

    private static String shown(JsonNode node) {
        return node.isContainer() ? Json.kind(node) : Text.brief(node.toString(), 40);
    }

    private static String shorten(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
