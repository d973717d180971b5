package dev.rlvr.grader.cli;

/** A command cannot go on. The message is for the person at the keyboard: what is wrong, where, what to do. */
final class CommandFailed extends RuntimeException {

    private final ExitCode code;

    CommandFailed(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    CommandFailed(ExitCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
