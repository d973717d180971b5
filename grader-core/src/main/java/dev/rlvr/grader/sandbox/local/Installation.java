package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the agent and the interpreter are.
 *
 * @param agent the built agent
 * @param support the folder of the warm interpreter's own code
 * @param python the interpreter that programs run in
 */
public record Installation(Path agent, Path support, Path python, Path workRoot) {

    /** As the Maven build lays it out below the root of the repository. */
    public static Installation under(Path home) {
        var built = home.resolve("sandbox-images/target/agent");
        return new Installation(
                built.resolve("grader-agent"),
                built.resolve("python"),
                Path.of("/usr/bin/python3"),
                Path.of(System.getProperty("java.io.tmpdir"), "grader-work"));
    }

    public Installation withPython(Path interpreter) {
        return new Installation(agent, support, interpreter, workRoot);
    }

    void check() {
        if (!Files.isExecutable(agent)) {
            throw new SandboxException(
                    "the agent " + agent + " is missing; build it: ./mvnw -DskipTests package", false);
        }
        if (!Files.isExecutable(python)) {
            throw new SandboxException(
                    "the interpreter " + python + " is missing; run: apt-get install python3", false);
        }
    }

    List<String> command(Optional<Isolation> level, boolean cgroups) {
        var command = new ArrayList<>(List.of(
                agent.toString(),
                "--python",
                python.toString(),
                "--support",
                support.toString(),
                "--work-root",
                workRoot.toString()));
        level.ifPresent(l -> command.addAll(List.of("--level", l.name().toLowerCase(java.util.Locale.ROOT))));
        if (!cgroups) {
            command.add("--no-cgroup");
        }
        return command;
    }
}
