package dev.rlvr.grader.model;

import java.util.List;

/**
 * A program as files.
 *
 * @param language id of a language, such as {@code cpp}
 * @param files the one to start with first
 */
public record ProgramSource(String language, List<SourceFile> files) {
    public ProgramSource {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a program needs a file");
        }
    }

    public SourceFile main() {
        return files.getFirst();
    }
}
