package dev.rlvr.grader.cli;

import dev.rlvr.grader.fleet.FleetException;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.suite.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ParameterException;

/** What to say about an exception that ends a command, and the code to end with. */
final class Failures {

    private Failures() {}

    static ExitCode codeOf(Throwable failure) {
        return switch (failure) {
            case CommandFailed failed -> failed.code();
            case SuiteException _ -> ExitCode.DATA;
            case ParameterException _, IOException _, UncheckedIOException _, IllegalArgumentException _ ->
                ExitCode.USAGE;
            default -> ExitCode.INFRASTRUCTURE;
        };
    }

    static String sentence(Throwable failure) {
        return switch (failure) {
            case CommandFailed failed -> String.valueOf(failed.getMessage());
            case SuiteException broken -> String.join("\n", broken.problems());
            case FleetException refused -> refused.getMessage();
            case SandboxException refused -> String.valueOf(refused.getMessage());
            case ParameterException wrong -> wrong.getMessage() + "; see `grader help`";
            case UncheckedIOException wrapped -> sentence(wrapped);
            case IOException e -> sentence(e);
            case IllegalArgumentException e -> String.valueOf(e.getMessage());
            default -> "the grader itself failed (" + failure + "); --debug shows where";
        };
    }

    private static String sentence(UncheckedIOException wrapped) {
        var cause = wrapped.getCause();
        var said = String.valueOf(wrapped.getMessage());
        return cause != null && said.equals(cause.toString()) ? sentence(cause) : said;
    }

    private static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
