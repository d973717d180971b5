package dev.rlvr.grader.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a run, after a folder has been looked into. */
record Inputs(Path samples, List<Path> suites, Optional<Path> policy) {

    private static final Path STDIN = Path.of("/dev/stdin");

    Inputs {
        suites = List.copyOf(suites);
    }

    /**
     * @param samples a file, {@code -} for stdin, or a folder that holds a file of samples and perhaps suites and a
     *     policy
     * @param suites those given by hand; a folder's own come after them
     * @param policy the one given by hand, which wins over the folder's, or nothing
     */
    static Inputs find(String samples, List<Path> suites, List<Path> policy) {
        if (samples.equals("-")) {
            return new Inputs(STDIN, suites, policy.stream().findFirst());
        }
        var given = Path.of(samples);
        if (!Files.exists(given)) {
            throw new CommandFailed(ExitCode.USAGE, given + ": there is no such file or folder of samples");
        }
        return Files.isDirectory(given)
                ? ofFolder(given, suites, policy)
                : new Inputs(given, suites, policy.stream().findFirst());
    }

    private static Inputs ofFolder(Path folder, List<Path> suites, List<Path> policy) {
        var samples = present(folder, "samples.jsonl", "samples.json");
        if (samples.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.USAGE, folder + ": the folder has no samples.jsonl or samples.json; name the file itself");
        }
        var allSuites = new ArrayList<>(suites);
        allSuites.addAll(present(folder, "suites.jsonl", "suites.json", "suites"));
        return new Inputs(
                samples.getFirst(),
                allSuites,
                Stream.concat(policy.stream(), present(folder, "policy.json").stream())
                        .findFirst());
    }

    private static List<Path> present(Path folder, String... names) {
        return Stream.of(names).map(folder::resolve).filter(Files::exists).toList();
    }
}
