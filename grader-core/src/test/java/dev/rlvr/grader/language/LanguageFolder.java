package dev.rlvr.grader.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes folders of languages for tests. */
public final class LanguageFolder {

    private LanguageFolder() {}

    /** A language with everything that one must have, and these lines. */
    public static Path write(Path languages, String name, String lines) throws IOException {
        return write(languages, name, lines, "[sh, \"{source}\"]");
    }

    public static Path write(Path languages, String name, String lines, String run) throws IOException {
        var folder = Files.createDirectories(languages.resolve(name));
        Files.writeString(folder.resolve("language.yaml"), """
                name: %s
                title: %s
                version: ["true"]
                source: solution.txt
                run: {argv: %s}
                %s
                """.formatted(name, name, run, lines));
        return folder;
    }
}
