package dev.rlvr.grader.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The programs that the grader is built with, and the interpreter that it cannot do without. */
public record Tools(Path javaHome, Path python) implements Look {

    private static final int PATIENCE_SECONDS = 30;

    private static final String PACKAGES = "sudo apt-get install gcc libc6-dev make maven";

    @Override
    public List<Finding> look() throws InterruptedException {
        return List.of(
                jdk(),
                tool("C compiler", "cc", "--version"),
                tool("make", "make", "--version"),
                tool("Maven", "mvn", "--version"),
                python3());
    }

    private Finding jdk() {
        var version = Runtime.version() + " at " + javaHome;
        return Files.isExecutable(javaHome.resolve("bin/javac"))
                ? Finding.pass("JDK", version)
                : Finding.caution(
                        "JDK",
                        version + " has no compiler: the grader runs, but cannot be built",
                        "sudo apt-get install openjdk-25-jdk-headless");
    }

    private static Finding tool(String subject, String... command) throws InterruptedException {
        return firstLine(command)
                .map(line -> Finding.pass(subject, line))
                .orElseGet(() -> Finding.caution(
                        subject,
                        "`" + command[0] + "` does not run: the grader cannot be built from changed sources",
                        PACKAGES));
    }

    private Finding python3() throws InterruptedException {
        var program = "import sys; print('Python', sys.version.split()[0]); sys.exit(sys.version_info < (3, 9))";
        return firstLine(python.toString(), "-c", program)
                .map(line -> Finding.pass("Python", line + " at " + python))
                .orElseGet(() -> Finding.fail(
                        "Python",
                        python + " is missing or older than 3.9: local programs run in it",
                        "sudo apt-get install python3"));
    }

    /** Of a program that ends well. */
    static Optional<String> firstLine(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                return Optional.empty();
            }
            // Maven writes in colours even to a pipe.
            return said.lines()
                    .map(line -> line.replaceAll("\033\\[[0-9;]*m", "").strip())
                    .filter(line -> !line.isEmpty())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
