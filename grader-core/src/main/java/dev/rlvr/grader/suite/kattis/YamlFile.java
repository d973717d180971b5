package dev.rlvr.grader.suite.kattis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The fields of a mapping in a YAML file. A value of another type than asked for is a problem, and read as absent. */
final class YamlFile {

    private final Path file;
    private final String path;
    private final Map<?, ?> fields;
    private final PackageProblems problems;

    private YamlFile(Path file, String path, Map<?, ?> fields, PackageProblems problems) {
        this.file = file;
        this.path = path;
        this.fields = fields;
        this.problems = problems;
    }

    /** Without fields where there is no such file. */
    static YamlFile read(Path file, PackageProblems problems) {
        if (!Files.isRegularFile(file)) {
            return new YamlFile(file, "", Map.of(), problems);
        }
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            var value = new Load(settings).loadFromString(Files.readString(file));
            if (value instanceof Map<?, ?> map) {
                return new YamlFile(file, "", map, problems);
            }
            if (value != null) {
                problems.add(file, "is not a mapping; write fields with values");
            }
        } catch (YamlEngineException | IOException e) {
            problems.add(file, "cannot be read as YAML: " + firstLine(e) + "; correct it");
        }
        return new YamlFile(file, "", Map.of(), problems);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    boolean has(String name) {
        return value(name) != null;
    }

    List<String> names() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    /** The mapping in a field; without fields where there is none. */
    YamlFile in(String name) {
        return value(name) instanceof Map<?, ?> map
                ? new YamlFile(file, child(name), map, problems)
                : new YamlFile(file, child(name), Map.of(), problems);
    }

    boolean isMapping(String name) {
        return value(name) instanceof Map<?, ?>;
    }

    Optional<String> text(String name) {
        return switch (value(name)) {
            case null -> Optional.empty();
            case List<?> list -> Optional.of(list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case Map<?, ?> _ -> {
                problems.add(file, child(name) + ": is a mapping; write text");
                yield Optional.empty();
            }
            case Object value -> Optional.of(String.valueOf(value));
        };
    }

    Optional<Double> number(String name) {
        var text = text(name);
        try {
            return text.map(Double::valueOf);
        } catch (NumberFormatException _) {
            problems.add(file, child(name) + ": is " + text.orElse("") + "; write a number");
            return Optional.empty();
        }
    }

    /** A list, or text with spaces between. */
    List<String> words(String name) {
        return value(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : text(name).map(YamlFile::split).orElse(List.of());
    }

    static List<String> split(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private @Nullable Object value(String name) {
        return fields.get(name);
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
