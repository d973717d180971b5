package dev.rlvr.grader.sandbox;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import java.util.List;

/**
 * One process tree in a fresh jail. Its working directory holds the files and nothing else.
 *
 * @param runner how it is started
 * @param argv for runners that execute, the command line; for the others the arguments after the script name
 */
public record ProgramRun(
        Runner runner,
        List<SourceFile> files,
        List<String> argv,
        byte[] stdin,
        Limits limits,
        Surroundings surroundings) {

    /** What a pipe holds that nobody reads yet. */
    private static final int LONGEST_SECRET = 4096;

    public ProgramRun {
        files = List.copyOf(files);
        argv = List.copyOf(argv);
        if (runner.isExecuted() && argv.isEmpty()) {
            throw new IllegalArgumentException("a run that is executed needs a command line");
        }
        if (runner == Runner.TELL && stdin.length > LONGEST_SECRET) {
            throw new IllegalArgumentException("a secret of more than " + LONGEST_SECRET + " bytes");
        }
    }

    public ProgramRun(Runner runner, List<SourceFile> files, List<String> argv, byte[] stdin, Limits limits) {
        this(runner, files, argv, stdin, limits, Surroundings.USUAL);
    }

    public enum Runner {
        /** Execute the command line in {@code argv}. */
        EXEC,
        /** The same; stdin is a secret that can be read once, and there is a report channel to tell it on. */
        TELL,
        /** Execute the command line; it calls what stdin says, and answers on the report channel. */
        CALL,
        /**
         * The same as second program of a case: its stdin is what the first writes to stdout, its stdout what the first reads
         * from stdin. Exit code 42 means that it is content; any other one stops the first program.
         */
        TALK,
        /** Run {@code solution.py} in a fork of the warm interpreter, exactly as {@code python3 solution.py} would. */
        SCRIPT,
        /** Load {@code solution.py}, call what stdin says, answer on the report channel. */
        FUNCTION,
        /** Load {@code solution.py} and serve calls that arrive over the link. */
        CANDIDATE,
        /** Run {@code tests.py} against the candidate at the other end of the link, answer on the report channel. */
        JUDGE;

        boolean isExecuted() {
            return this == EXEC || this == TELL || this == CALL || this == TALK;
        }
    }
}
