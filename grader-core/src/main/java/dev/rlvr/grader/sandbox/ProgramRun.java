package dev.rlvr.grader.sandbox;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import java.util.List;

/**
 * One process tree in a fresh jail. Its working directory holds the files and nothing else.
 *
 * @param runner how it is started
 * @param argv for {@link Runner#EXEC} the command line; for the others the arguments after the script name
 */
public record ProgramRun(Runner runner, List<SourceFile> files, List<String> argv, byte[] stdin, Limits limits) {

    public ProgramRun {
        files = List.copyOf(files);
        argv = List.copyOf(argv);
        if (runner == Runner.EXEC && argv.isEmpty()) {
            throw new IllegalArgumentException("an EXEC run needs a command line");
        }
    }

    public enum Runner {
        /** Execute the command line in {@code argv}. */
        EXEC,
        /** Run {@code solution.py} in a fork of the warm interpreter, exactly as {@code python3 solution.py} would. */
        SCRIPT,
        /** Load {@code solution.py}, call what stdin says, answer on the report channel. */
        FUNCTION,
        /** Load {@code solution.py} and serve calls that arrive over the link. */
        CANDIDATE,
        /** Run {@code tests.py} against the candidate at the other end of the link, answer on the report channel. */
        JUDGE
    }
}
