package dev.rlvr.grader.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the machine tells the program. The launcher passes what a JVM cannot find out by itself.
 *
 * @param home the installation: the agent and the language folders are below it
 * @param tableOnTerminal whether stdout is a terminal
 * @param progressOnTerminal whether stderr is one
 * @param columns width of the terminal, or of what is printed where there is none
 * @param javaHome the Java that runs this
 * @param environment the variables of the process: where a container engine listens, for one
 */
record Settings(
        Path home,
        boolean tableOnTerminal,
        boolean progressOnTerminal,
        int columns,
        boolean colour,
        int cores,
        Path javaHome,
        Map<String, String> environment) {

    static final int DEFAULT_COLUMNS = 160;

    static Settings ofMachine() {
        var terminals = System.getProperty("grader.terminals", "");
        return new Settings(
                Path.of(System.getProperty("grader.home", ".")).toAbsolutePath(),
                terminals.contains("stdout"),
                terminals.contains("stderr"),
                columns(System.getProperty("grader.columns", "")),
                System.getenv("NO_COLOR") == null,
                Runtime.getRuntime().availableProcessors(),
                Path.of(System.getProperty("java.home", "/")),
                Map.copyOf(System.getenv()));
    }

    private static int columns(String said) {
        // A terminal that does not know its size says 0.
        return said.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(said) : DEFAULT_COLUMNS;
    }
}
