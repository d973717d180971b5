package dev.rlvr.grader.cli;

/** How {@code grader} ends. The numbers are a promise: {@code docs/cli.md}. */
enum ExitCode {
    OK(0, "every sample was graded"),
    BELOW_THRESHOLD(1, "every sample was graded, but the mean reward is below --fail-under"),
    USAGE(2, "a wrong option, a file that cannot be read or written, no samples"),
    DATA(3, "the fault of a suite or of an input row kept samples from being graded"),
    INFRASTRUCTURE(4, "the fault of this machine or of the grader kept samples from being graded"),
    INTERRUPTED(130, "stopped by Ctrl-C or SIGTERM");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
