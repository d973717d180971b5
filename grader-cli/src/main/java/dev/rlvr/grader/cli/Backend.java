package dev.rlvr.grader.cli;

import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.sandbox.Sandbox;
import java.util.List;

/**
 * Where programs run.
 *
 * @param name as given to {@code --sandbox}, never {@code auto}
 * @param toolchains what has to be there before its programs can be built and run
 * @param remarks sentences on why it is not a better one
 * @param onClose what has to be closed after the sandbox
 */
record Backend(String name, Sandbox sandbox, Toolchains toolchains, List<String> remarks, Runnable onClose)
        implements AutoCloseable {

    @Override
    public void close() {
        sandbox.close();
        onClose.run();
    }
}
