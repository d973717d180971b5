package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Python program of ours that works on the programs of a suite, so it runs in the sandbox too: JSON in, JSON out. What
 * comes back is as trustworthy as the suite, and decides no reward.
 */
final class PythonTool {

    private static final Limits LIMITS = Limits.DEFAULT.withCpu(Duration.ofSeconds(10));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<SourceFile> files = new ArrayList<>();

    PythonTool(String program, String... modules) {
        this(List.of(), program, modules);
    }

    /**
     * @param others modules from elsewhere
     * @param program file name beside this class
     * @param modules that it imports, likewise
     */
    PythonTool(List<SourceFile> others, String program, String... modules) {
        files.add(new SourceFile("solution.py", resource(program)));
        for (var module : modules) {
            files.add(new SourceFile(module, resource(module)));
        }
        files.addAll(others);
    }

    private static byte[] resource(String name) {
        try (var stream = Objects.requireNonNull(PythonTool.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if it did not come to an end, as with a reference that cannot be read. */
    Optional<JsonNode> run(Sandbox sandbox, JsonNode request) throws InterruptedException {
        var input = JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
        var run = new ProgramRun(Runner.SCRIPT, files, List.of(), input, LIMITS);
        var outcomes = new ArrayList<CaseOutcome>();
        sandbox.execute(new Job("python", List.of(CaseRun.of("tool", run))), (_, outcome) -> outcomes.add(outcome));
        var candidate = outcomes.getFirst().candidate();
        if (!candidate.exitedNormally() || candidate.stdout().cut()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(candidate.stdout().bytes()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
