package dev.rlvr.grader.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that paths given by a user stand for. */
final class SuiteFiles {

    private SuiteFiles() {}

    /** Files as they are; of folders, everything below them that is called {@code .json} or {@code .jsonl}, sorted. */
    static List<Path> under(List<Path> paths, List<String> problems) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                var found = below(path, problems);
                if (found.isEmpty()) {
                    problems.add(path + ": no .json or .jsonl file is below this folder; name the files");
                }
                files.addAll(found);
            } else if (!isSuiteFile(path)) {
                problems.add(path + ": is neither .json nor .jsonl; unpack or rename it");
            } else {
                files.add(path);
            }
        }
        return files.stream().distinct().toList();
    }

    static boolean isLines(Path file) {
        return file.toString().endsWith(".jsonl");
    }

    private static List<Path> below(Path folder, List<String> problems) {
        try (var all = Files.walk(folder)) {
            return all.filter(SuiteFiles::isSuiteFile)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(folder + ": cannot be listed (" + e.getMessage() + "); check its permissions");
            return List.of();
        }
    }

    private static boolean isSuiteFile(Path path) {
        var name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && (name.endsWith(".json") || name.endsWith(".jsonl"));
    }
}
