package dev.rlvr.grader.suite;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which language a row is about. Whether we can run it is the planner's business. */
final class Language {

    static final String PYTHON = "python";
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_+#.-]{0,31}");

    private static final Map<String, String> PYTHON_NAMES = Map.of("python3", PYTHON, "py", PYTHON, "py3", PYTHON);

    /** HumanEval-X tells the language by the task id only: {@code CPP/0}. */
    private static final Map<String, String> TASK_PREFIXES =
            Map.of("CPP/", "cpp", "Java/", "java", "JavaScript/", "js", "Go/", "go", "Rust/", "rust");

    private Language() {}

    static String of(Row row, String id, Problems problems) {
        var field = row.find("language", "lang", "programming_language");
        if (field.isEmpty()) {
            return TASK_PREFIXES.entrySet().stream()
                    .filter(prefix -> id.startsWith(prefix.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(PYTHON);
        }
        var node = field.get().node();
        var name = node.isString() ? node.stringValue().strip().toLowerCase(Locale.ROOT) : "";
        if (!ID.matcher(name).matches()) {
            problems.add(field.get().path(), "is not the id of a language; write one such as python");
        }
        return PYTHON_NAMES.getOrDefault(name, name);
    }
}
