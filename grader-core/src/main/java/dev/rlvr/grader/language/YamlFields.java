package dev.rlvr.grader.language;

import dev.rlvr.grader.model.ByteSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The fields of one mapping. What is wrong is reported and read as empty, so that reading goes on to the next problem;
 * a field that nobody asked for is one of the problems.
 */
final class YamlFields {

    private final Node node;
    private final String path;
    private final YamlProblems problems;
    private final Map<String, Node> open = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    YamlFields(Node node, String path, YamlProblems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, path, "is not a mapping; write fields with values");
            return;
        }
        for (var tuple : mapping.getValue()) {
            var name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (open.put(name, tuple.getValueNode()) != null) {
                problems.add(tuple.getKeyNode(), child(name), "is there twice; remove one");
            }
        }
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** To be called when everything was asked for. */
    void close() {
        open.forEach((name, value) ->
                problems.add(value, child(name), "is not a field here; known are " + String.join(", ", known)));
    }

    Optional<Node> take(String name) {
        known.add(name);
        return Optional.ofNullable(open.remove(name));
    }

    Optional<String> text(String name) {
        return take(name).map(value -> scalar(value, child(name)));
    }

    String requiredText(String name, String advice) {
        var text = text(name);
        if (text.isEmpty()) {
            problem(name, "is missing; " + advice);
        }
        return text.orElse("");
    }

    List<String> texts(String name) {
        return take(name).map(value -> sequence(value, child(name))).orElse(List.of());
    }

    List<String> requiredTexts(String name, String advice) {
        var texts = texts(name);
        if (texts.isEmpty()) {
            problem(name, "is missing or empty; " + advice);
        }
        return texts;
    }

    Map<String, String> textMap(String name) {
        var map = new LinkedHashMap<String, String>();
        take(name).ifPresent(value -> {
            var fields = new YamlFields(value, child(name), problems);
            List.copyOf(fields.open.keySet()).forEach(key -> map.put(key, fields.requiredText(key, "write text")));
        });
        return map;
    }

    /** The fields of a mapping in a field. */
    Optional<YamlFields> fields(String name) {
        return take(name).map(value -> new YamlFields(value, child(name), problems));
    }

    List<String> names() {
        return List.copyOf(open.keySet());
    }

    boolean flag(String name, boolean otherwise) {
        var text = text(name).orElse(String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            problem(name, "must be true or false, not " + text);
        }
        return text.equals("true");
    }

    Duration duration(String name, Duration otherwise) {
        return text(name)
                .map(text -> Quantities.duration(text).orElseGet(() -> {
                    problem(name, "must be a time such as 300 ms or 30 s, not " + text);
                    return otherwise;
                }))
                .orElse(otherwise);
    }

    Optional<ByteSize> size(String name) {
        return text(name).flatMap(text -> {
            var size = Quantities.size(text);
            if (size.isEmpty()) {
                problem(name, "must be a size such as 64 MiB, not " + text);
            }
            return size;
        });
    }

    void problem(String name, String problem) {
        problems.add(node, child(name), problem);
    }

    private List<String> sequence(Node value, String where) {
        if (!(value instanceof SequenceNode sequence)) {
            problems.add(value, where, "is not a list; write [a, b]");
            return List.of();
        }
        return sequence.getValue().stream().map(item -> scalar(item, where)).toList();
    }

    String scalar(Node value, String where) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problems.add(value, where, "is not text; write a single value");
        return "";
    }
}
