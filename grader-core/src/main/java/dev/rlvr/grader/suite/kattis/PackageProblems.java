package dev.rlvr.grader.suite.kattis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a package, and what is only worth knowing. */
final class PackageProblems {

    private final Path root;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    PackageProblems(Path root) {
        this.root = root;
    }

    /** @param problem what is wrong; what to do */
    void add(Path file, String problem) {
        problems.add(file + ": " + problem);
    }

    void note(Path file, String note) {
        notes.add(root.relativize(file) + ": " + note);
    }

    List<String> all() {
        return List.copyOf(problems);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
