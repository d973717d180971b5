package dev.rlvr.grader.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line that goes on where an interrupted one stopped, ready to be pasted into a shell. */
final class ResumeCommand {

    private static final String PLAIN = "[A-Za-z0-9_./=:,@%+-]+";

    private ResumeCommand() {}

    static String of(List<String> arguments) {
        return Stream.of(
                        Stream.of("grader"),
                        arguments.stream()
                                .filter(argument -> !argument.equals("--overwrite") && !argument.equals("--resume")),
                        Stream.of("--resume"))
                .flatMap(part -> part)
                .map(ResumeCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
