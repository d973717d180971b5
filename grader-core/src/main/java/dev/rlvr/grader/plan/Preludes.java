package dev.rlvr.grader.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** The module with the linked lists and trees that tests of the LeetCode kind take for granted. */
    String nodes() {
        try {
            return Files.readString(folder.resolve("grader_harness/nodes.py"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
