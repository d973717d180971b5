package dev.rlvr.grader.language;

import java.util.List;

/**
 * A command line with {@code {source}}, {@code {class}}, {@code {memory_mib}} and {@code {prepared}} still to fill in.
 *
 * @param env {@code NAME=VALUE}
 */
public record Command(List<String> argv, List<String> env) {
    public Command {
        argv = List.copyOf(argv);
        env = List.copyOf(env);
    }

    public boolean mentions(String placeholder) {
        return argv.stream().anyMatch(word -> word.contains(placeholder));
    }
}
