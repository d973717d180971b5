package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
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
 * @param prepared the folder of what toolchains prepared once
 * @param shown files of toolchains that programs may read, besides {@code /usr} and its like
 */
public record Installation(Path agent, Path support, Path python, Path workRoot, Path prepared, List<String> shown) {

    public Installation {
        shown = List.copyOf(shown);
    }

    /** As the Maven build lays it out below the root of the repository. */
    public static Installation under(Path home) {
        var built = home.resolve("sandbox-images/target/agent");
        return new Installation(
                built.resolve("grader-agent"),
                built.resolve("python"),
                Path.of("/usr/bin/python3"),
                Path.of(System.getProperty("java.io.tmpdir"), "grader-work"),
                home.resolve("sandbox-images/target/prepared"),
                List.of());
    }

    public Installation withPython(Path interpreter) {
        return new Installation(agent, support, interpreter, workRoot, prepared, shown);
    }

    public Installation showing(List<String> paths) {
        return new Installation(agent, support, python, workRoot, prepared, paths);
    }

    /** The folder is there before the first agent shows it, so that what is prepared later is seen as well. */
    private void makePrepared() {
        try {
            Files.createDirectories(prepared);
        } catch (IOException e) {
            throw new SandboxException("cannot make the folder " + prepared + ": " + e.getMessage(), false, e);
        }
    }

    void check() {
        makePrepared();
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
                workRoot.toString(),
                "--prepared",
                prepared.toString()));
        shown.forEach(path -> command.addAll(List.of("--show", path)));
        level.ifPresent(l -> command.addAll(List.of("--level", l.name().toLowerCase(java.util.Locale.ROOT))));
        if (!cgroups) {
            command.add("--no-cgroup");
        }
        return command;
    }
}
