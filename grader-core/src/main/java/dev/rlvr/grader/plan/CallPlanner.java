package dev.rlvr.grader.plan;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.language.Assembly;
import dev.rlvr.grader.language.Assembly.Part;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mode {@code function} where a driver of the language calls the candidate: it reads a request from its input, and writes
 * one line about the value to its report. Arguments go in, expected values do not.
 */
final class CallPlanner {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private CallPlanner() {}

    static Job plan(Suite suite, Language language, String entry, Extraction.Found found) {
        var driver = language.function().orElseThrow();
        // A setup that asks for a prelude means Python's; drivers bring what their language's candidates take for
        // granted.
        var setup = Preludes.remove(suite.setup());
        var code = CandidateSource.assembleAny(suite, "", found);
        var own = MainClass.of(language.source(), code);
        var files = files(driver, own, setup, code);
        var main = new MainClass(files.getFirst().name(), own.type());
        var programs = new Programs(language, main, entry, files);
        var build = driver.build().map(step -> programs.build(step, driver.run()));
        var cases = suite.cases().stream()
                .map(test -> CaseRun.of(
                        test.id(),
                        programs.run(
                                Runner.CALL,
                                driver.run(),
                                build.isPresent(),
                                request(entry, arguments(test)),
                                suite.limits())))
                .toList();
        return new Job(language.name(), build, cases);
    }

    private static List<SourceFile> files(Assembly driver, MainClass own, String setup, String code) {
        return driver.files().entrySet().stream()
                .map(file -> SourceFile.utf8(
                        file.getKey().replace("{source}", own.file()),
                        file.getValue().stream()
                                .map(part -> switch (part) {
                                    case Part.Setup() -> setup;
                                    case Part.Candidate() -> code;
                                    case Part.Text(var text) -> text;
                                    case Part.Imports(), Part.Tests() -> "";
                                })
                                .collect(Collectors.joining("\n"))))
                .toList();
    }

    private static String arguments(TestCase test) {
        if (test.check() instanceof Check.Call(var arguments, var _)) {
            return arguments;
        }
        throw new IllegalArgumentException("a test of mode function is a call");
    }

    private static byte[] request(String entry, String arguments) {
        return ("{\"entry\":" + JSON.writeValueAsString(entry) + ",\"args\":" + arguments + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
