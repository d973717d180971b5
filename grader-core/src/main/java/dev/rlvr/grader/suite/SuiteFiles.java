package dev.rlvr.grader.suite;

import dev.rlvr.grader.suite.kattis.PackageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that paths given by a user stand for. */
final class SuiteFiles {

    private SuiteFiles() {}

    static boolean isPackage(Path file) {
        return String.valueOf(file.getFileName()).equals(PackageReader.MARK);
    }

    /** Where a file is. */
    static Path folder(Path file) {
        var parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** Files as they are; of folders, everything below them that is called {@code .json} or {@code .jsonl}, sorted,
     * and of problem packages the {@code problem.yaml}, but nothing else in them. */
    static List<Path> under(List<Path> paths, List<String> problems) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path) && PackageReader.isPackage(path)) {
                files.add(path.resolve(PackageReader.MARK));
            } else if (Files.isDirectory(path)) {
                var found = below(path, problems);
                if (found.isEmpty()) {
                    problems.add(path
                            + ": no .json or .jsonl file is below this folder, nor a problem package; name the files");
                }
                files.addAll(found);
            } else if (!isSuiteFile(path)) {
                problems.add(
                        path + ": is neither .json nor .jsonl nor the problem.yaml of a package; unpack or rename it");
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
            var found = all.filter(SuiteFiles::isSuiteFile)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            var packages = found.stream()
                    .filter(SuiteFiles::isPackage)
                    .map(SuiteFiles::folder)
                    .collect(Collectors.toSet());
            return found.stream()
                    .filter(file -> isPackage(file) || !isInside(file, packages))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(folder + ": cannot be listed (" + e.getMessage() + "); check its permissions");
            return List.of();
        }
    }

    private static boolean isInside(Path file, Set<Path> packages) {
        for (var parent = file.getParent(); parent != null; parent = parent.getParent()) {
            if (packages.contains(parent)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuiteFile(Path path) {
        var name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && (name.endsWith(".json") || name.endsWith(".jsonl") || isPackage(path));
    }
}
