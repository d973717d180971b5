package dev.rlvr.grader.report;

import dev.rlvr.grader.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The languages, each followed by its variants. */
public final class LanguageTable {

    /**
     * @param version of the toolchain on this machine, if there is one
     * @param problem why it cannot be used although it is there
     * @param image whether a container engine has an image of it as the sources say today
     */
    public record Entry(Language language, Optional<String> version, Optional<String> problem, boolean image) {

        private String backends() {
            var names = new ArrayList<String>();
            if (version.isPresent()) {
                names.add("local");
            }
            if (image) {
                names.add("docker");
            }
            return names.isEmpty() ? "-" : String.join(", ", names);
        }
    }

    private final int width;

    /** @param width of the lines, in characters */
    public LanguageTable(int width) {
        this.width = width;
    }

    public List<String> lines(List<Entry> entries) {
        var table = new TextTable(width);
        table.add(UnaryOperator.identity(), "NAME", "VERSION HERE", "BACKENDS", "IMAGE", "TITLE, OTHER NAMES");
        for (var entry : entries) {
            var language = entry.language();
            table.add(
                    UnaryOperator.identity(),
                    (language.isVariant() ? "  " : "") + language.name(),
                    entry.version().orElse(entry.problem().isPresent() ? "broken" : "-"),
                    entry.backends(),
                    "rlvr-grader/" + language.base(),
                    title(language));
        }
        var lines = new ArrayList<>(table.lines());
        entries.stream().flatMap(entry -> entry.problem().stream()).forEach(lines::add);
        return lines;
    }

    private static String title(Language language) {
        var aliases = language.aliases().stream().sorted().collect(Collectors.joining(", "));
        return language.title() + (aliases.isEmpty() ? "" : " (" + aliases + ")");
    }
}
