package dev.rlvr.grader.check;

import dev.rlvr.grader.check.CheckResult.Rejected;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the actual value token by token beside the expected tree and stops at the first difference. So it never goes
 * deeper than the expected value does, whatever the output nests.
 */
final class JsonComparison {

    private static final int LONGEST_PATH = 80;

    private final JsonParser actual;
    private final Tolerance tolerance;
    private final ArrayDeque<Frame> open = new ArrayDeque<>();

    JsonComparison(JsonParser actual, Tolerance tolerance) {
        this.actual = actual;
        this.tolerance = tolerance;
    }

    CheckResult with(JsonTree expected) {
        var difference = value(actual.nextToken(), expected);
        while (difference.isEmpty() && !open.isEmpty()) {
            difference = switch (open.element()) {
                case ElementsFrame frame -> element(frame);
                case MembersFrame frame -> member(frame);
            };
        }
        if (difference.isPresent()) {
            return difference.get();
        }
        var rest = actual.nextToken();
        return rest == null ? CheckResult.ACCEPTED : FirstDifference.value("$", "more after the value", "the end");
    }

    private Optional<Rejected> value(@Nullable JsonToken token, JsonTree expected) {
        var same = switch (expected) {
            case JsonTree.Text(var text) -> token == JsonToken.VALUE_STRING && text.equals(actual.getString());
            case JsonTree.Numeral(var number) -> isNumber(token) && tolerance.accepts(actual.getString(), number);
            case JsonTree.Word(var word) -> isWord(token) && word.equals(actual.getString());
            case JsonTree.Elements elements -> token == JsonToken.START_ARRAY && open(new ElementsFrame(elements));
            case JsonTree.Members members -> token == JsonToken.START_OBJECT && open(new MembersFrame(members));
        };
        return same ? Optional.empty() : differs(shown(token), shown(expected));
    }

    private boolean open(Frame frame) {
        open.push(frame);
        return true;
    }

    private Optional<Rejected> element(ElementsFrame frame) {
        var token = actual.nextToken();
        var expected = frame.expected.values();
        var ended = token == JsonToken.END_ARRAY;
        if (ended && frame.next == expected.size()) {
            open.pop();
            return Optional.empty();
        }
        var index = frame.next++;
        if (ended) {
            return differs("the end of the array", shown(expected.get(index)));
        }
        return index < expected.size()
                ? value(token, expected.get(index))
                : differs(shown(token), "the end of the array");
    }

    private Optional<Rejected> member(MembersFrame frame) {
        var expected = frame.expected.values();
        if (actual.nextToken() == JsonToken.END_OBJECT) {
            open.pop();
            return expected.keySet().stream()
                    .filter(key -> !frame.seen.contains(key))
                    .findFirst()
                    .flatMap(key -> differs("no key " + Printable.quoted(key), "one"));
        }
        var key = actual.currentName();
        frame.key = key;
        var wanted = expected.get(key);
        if (wanted == null) {
            return differs("this key", "no such key");
        }
        if (!frame.seen.add(key)) {
            return differs("this key again", "it once");
        }
        return value(actual.nextToken(), wanted);
    }

    private Optional<Rejected> differs(String got, String expected) {
        return Optional.of(FirstDifference.value(path(), got, expected));
    }

    private String path() {
        var path = new StringBuilder();
        for (var frame : open) {
            path.insert(0, frame.step());
            if (path.length() > LONGEST_PATH) {
                return "$..." + path.substring(path.length() - LONGEST_PATH);
            }
        }
        return "$" + path;
    }

    private String shown(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> Printable.quoted(actual.getString());
            default -> shortened(actual.getString());
        };
    }

    private static String shown(JsonTree expected) {
        return switch (expected) {
            case JsonTree.Text(var text) -> Printable.quoted(text);
            case JsonTree.Numeral(var number) -> shortened(number);
            case JsonTree.Word(var word) -> word;
            case JsonTree.Elements(var values) -> values.isEmpty() ? "an empty array" : "an array";
            case JsonTree.Members(var values) -> values.isEmpty() ? "an empty object" : "an object";
        };
    }

    private static String shortened(String number) {
        return number.length() <= Printable.LONGEST ? number : number.substring(0, Printable.LONGEST) + "...";
    }

    private static boolean isNumber(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    private static boolean isWord(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE || token == JsonToken.VALUE_NULL;
    }

    /** A container that both sides have opened. */
    private sealed interface Frame {
        String step();
    }

    private static final class ElementsFrame implements Frame {
        private final JsonTree.Elements expected;
        private int next;

        ElementsFrame(JsonTree.Elements expected) {
            this.expected = expected;
        }

        @Override
        public String step() {
            return "[" + Math.max(0, next - 1) + "]";
        }
    }

    private static final class MembersFrame implements Frame {
        private final JsonTree.Members expected;
        private final Set<String> seen = new HashSet<>();
        private String key = "";

        MembersFrame(JsonTree.Members expected) {
            this.expected = expected;
        }

        @Override
        public String step() {
            return key.isEmpty() ? "" : "[" + Printable.quoted(key) + "]";
        }
    }
}
