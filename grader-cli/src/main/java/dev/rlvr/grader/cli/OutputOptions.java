package dev.rlvr.grader.cli;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.report.Ink;
import dev.rlvr.grader.report.RowFile;
import dev.rlvr.grader.run.DoneIds;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What is written, and where. */
final class OutputOptions {

    /** What goes to stdout. */
    enum Format {
        TABLE,
        JSONL
    }

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = Option.NULL_VALUE,
            description = "Write one JSON line for each sample to this file, as soon as it is graded.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--resume",
            description =
                    "Go on with the --out file of an interrupted run: samples that it has a score for are skipped.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace the --out file if there is one.")
    private boolean overwrite;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "What goes to stdout: table, or jsonl for the rows themselves. Default: table.")
    private Format format = Format.TABLE;

    @Option(names = "--quiet", description = "No progress bar, and nothing but errors on stderr.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours, even on a terminal. The variable NO_COLOR does the same.")
    private boolean noColor;

    void check() {
        if (resume && out.isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "--resume needs --out FILE, the file to go on with");
        }
        if (resume && overwrite) {
            throw new CommandFailed(
                    ExitCode.USAGE, "--resume keeps the --out file and --overwrite drops it: choose one");
        }
    }

    boolean rowsOnStdout() {
        return format == Format.JSONL;
    }

    boolean quiet() {
        return quiet;
    }

    Optional<Path> out() {
        return out;
    }

    boolean resume() {
        return resume;
    }

    Ink ink(Settings settings) {
        return settings.colour() && !noColor && settings.tableOnTerminal() && !rowsOnStdout()
                ? Ink.COLOURED
                : Ink.PLAIN;
    }

    /** The file of rows, if one is wanted. Rows that an earlier run left in it are handed over. */
    Optional<RowFile> open(DoneIds done, Consumer<Grade> earlier) throws IOException {
        if (out.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    resume ? RowFile.resume(out.get(), done, earlier) : RowFile.create(out.get(), overwrite));
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    out.get()
                            + " exists; go on with it with --resume, replace it with --overwrite, or name another file",
                    e);
        }
    }
}
