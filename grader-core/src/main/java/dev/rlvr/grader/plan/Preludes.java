package dev.rlvr.grader.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Code that datasets take for granted, such as LeetCode's imports and list nodes. A suite's setup asks for one in a line
 * {@code #grader:prelude NAME}.
 */
public final class Preludes {

    private static final Pattern REQUEST = Pattern.compile("(?m)^#grader:prelude ([a-z0-9_]{1,40})$");

    private final Path folder;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /** @param languageFolder holds {@code prelude_NAME.py} */
    public Preludes(Path languageFolder) {
        this.folder = languageFolder;
    }

    String resolve(String setup) {
        return REQUEST.matcher(setup)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(text(match.group(1))));
    }

    /** The setup without what it asks for. */
    static String remove(String setup) {
        return REQUEST.matcher(setup).replaceAll("");
    }

    private String text(String name) {
        return texts.computeIfAbsent(name, wanted -> {
            var file = folder.resolve("prelude_" + wanted + ".py");
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UnknownPrelude(wanted, e);
            }
        });
    }
}
