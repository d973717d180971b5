package dev.rlvr.grader.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** AWS's runtime client in a process of its own, with the packaged function and nothing else on its class path. */
final class RuntimeClient implements AutoCloseable {

    private static final Path PACKAGE = Path.of("target", "lambda");

    /** Where the client puts its native part: the same for every user, and no other could replace it. */
    private static final Path UNPACKED = Path.of("/tmp/.libaws-lambda-jni.so");

    private final Process process;
    private final Path output;

    private RuntimeClient(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param environment all that the function sees, besides what Lambda always sets */
    static RuntimeClient start(RuntimeApi api, Map<String, String> environment, List<String> options)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED"); // or the JVM writes a warning between the lines of the log
        command.addAll(List.of(
                "-cp",
                classPath(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                GradeHandler.class.getName() + "::handleRequest"));
        var output = Files.createTempFile("runtime-client", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", api.address(),
                        "AWS_LAMBDA_FUNCTION_NAME", "SageMaker-grader",
                        "AWS_LAMBDA_FUNCTION_VERSION", "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                        "AWS_LAMBDA_LOG_GROUP_NAME", "group",
                        "AWS_LAMBDA_LOG_STREAM_NAME", "stream",
                        "PATH", "/usr/bin:/bin"));
        var process = builder.start();
        var _ = process.onExit().thenRun(() -> api.gone("the process ended with exit code " + process.exitValue()));
        return new RuntimeClient(process, output);
    }

    static String classPath() {
        var runtime = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Path.of(jar).getFileName().toString().matches("aws-lambda-java-(runtime|serial).*"))
                .collect(Collectors.joining(File.pathSeparator));
        try (var jars = Files.list(PACKAGE.resolve("lib"))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator))
                    + File.pathSeparator
                    + runtime;
        } catch (IOException e) {
            throw new AssertionError("the package is built by `./mvnw package`", e);
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** The most that it ever had in memory, in KiB. */
    long peakMemory() throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** How long its main thread, the first that a JVM starts, was ready to run while others had the CPU. */
    Duration waitedForCpu() throws IOException {
        try (var threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            var main = threads.sorted(Comparator.comparingLong(
                            thread -> Long.parseLong(thread.getFileName().toString())))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            return Duration.ofNanos(
                    Long.parseLong(Files.readString(main.resolve("schedstat")).split(" ", -1)[1]));
        }
    }

    /** Asks it to end, so that it writes what it has to write when it ends. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        Files.delete(output);
        Files.deleteIfExists(UNPACKED);
    }
}
