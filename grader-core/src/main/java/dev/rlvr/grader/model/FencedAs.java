package dev.rlvr.grader.model;

import java.util.Set;

/**
 * How code in a language is known when a completion shows it.
 *
 * @param base the language, where the suite's is a variant of it
 * @param labels of fenced blocks, in lower case
 */
public record FencedAs(String base, Set<String> labels) {

    public FencedAs {
        labels = Set.copyOf(labels);
    }

    /** By its own name only. */
    public static FencedAs named(String language) {
        return new FencedAs(language, Set.of(language));
    }
}
