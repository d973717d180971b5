package dev.rlvr.grader.plan;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ProgramSource;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Turns a submission and a suite into the job that runs them. What is expected stays here, except in a judge's tests. */
public final class Planner {

    private static final String CANDIDATE = "solution.py";
    private static final byte[] NO_INPUT = new byte[0];

    /** What tests may call the candidate's module. */
    private static final List<String> MODULES =
            List.of("solution", "main", "candidate", "submission", "code_solution", "answer", "your_module");

    private final ObjectMapper json = JsonMapper.shared();
    private final LanguageRegistry languages;
    private final Preludes preludes;
    private final InlinePlanner inline;

    /** @param secrets unpredictable, for programs that hold tests and candidate */
    public Planner(LanguageRegistry languages, Preludes preludes, RandomGenerator secrets) {
        this.languages = languages;
        this.preludes = preludes;
        this.inline = new InlinePlanner(secrets);
    }

    /** A language by name or alias. */
    public Optional<Language> find(String language) {
        return languages.find(language);
    }

    /** For suites whose outputs a program decides on. */
    public ValidatorPlanner validators() {
        return new ValidatorPlanner(languages);
    }

    /** The language that a suite asks for, if it is one that its tests can be run in; else why not. */
    public Support language(Suite suite) {
        var found = languages.find(suite.language());
        if (found.isEmpty()) {
            return new Support.No(
                    "no toolchain for the language `" + suite.language() + "`; there are: " + languages.names());
        }
        var language = found.get();
        var offered = switch (suite.mode()) {
            case Mode.Stdio _ -> true;
            case Mode.Function _ -> language.warm() || language.function().isPresent();
            case Mode.Assert _ -> language.warm();
            case Mode.Inline _ -> language.inline().isPresent();
        };
        return offered
                ? new Support.Yes(language)
                : new Support.No(language.title() + " cannot be tested in this mode; see docs/languages.md");
    }

    /** Whether a suite can be run, and in which language. */
    public sealed interface Support {
        record Yes(Language language) implements Support {}

        record No(String why) implements Support {}
    }

    public Job plan(Suite suite, Language language, Extraction.Found found) {
        return switch (suite.mode()) {
            case Mode.Inline _ -> inline.plan(suite, language, setup(suite), found);
            case Mode.Function(var entry) when !language.warm() -> CallPlanner.plan(suite, language, entry, found);
            case Mode.Stdio _, Mode.Function _, Mode.Assert _ ->
                language.warm() ? warm(suite, language, found) : executed(suite, language, found);
        };
    }

    /** A whole program, as it is: of mode {@code stdio}. */
    public Job plan(Suite suite, Language language, ProgramSource program) {
        var programs = Programs.of(language, program);
        return language.warm()
                ? new Job(
                        language.name(),
                        suite.cases().stream()
                                .map(test -> script(suite, test, programs.files(), stdio(test)))
                                .toList())
                : executed(suite, language, programs);
    }

    private Job executed(Suite suite, Language language, Extraction.Found found) {
        var source = CandidateSource.assembleAny(suite, setup(suite), found);
        return executed(
                suite,
                language,
                Programs.of(
                        language, new ProgramSource(language.name(), List.of(SourceFile.utf8("solution", source)))));
    }

    private static Job executed(Suite suite, Language language, Programs programs) {
        var build = language.build().map(step -> programs.build(step, language.run()));
        var cases = suite.cases().stream()
                .map(test -> {
                    var check = stdio(test);
                    var run = programs.run(
                            Runner.EXEC, language.run(), build.isPresent(), utf8(check.stdin()), suite.limits());
                    return CaseRun.of(test.id(), with(check.extras(), run));
                })
                .toList();
        return new Job(language.name(), build, cases);
    }

    private static Check.Stdio stdio(TestCase test) {
        return test.check() instanceof Check.Stdio check ? check : new Check.Stdio("", "");
    }

    private static ProgramRun with(TestCase.Extras extras, ProgramRun run) {
        if (extras.arguments().isEmpty() && extras.files().isEmpty()) {
            return run;
        }
        var files = Stream.concat(run.files().stream(), extras.files().stream()).toList();
        var words =
                Stream.concat(run.argv().stream(), extras.arguments().stream()).toList();
        return new ProgramRun(run.runner(), files, words, run.stdin(), run.limits(), run.surroundings());
    }

    private Job warm(Suite suite, Language language, Extraction.Found found) {
        var candidate = List.of(SourceFile.utf8(CANDIDATE, CandidateSource.assemble(suite, setup(suite), found)));
        var cases = suite.cases().stream()
                .map(test -> switch (test.check()) {
                    case Check.Stdio check -> script(suite, test, candidate, check);
                    case Check.Call(var arguments, var _) -> call(suite, test, candidate, arguments);
                    case Check.Code code -> judged(suite, test, candidate, code);
                })
                .toList();
        return new Job(language.name(), cases);
    }

    /** In Python, the linked lists and trees that tests may take for granted. */
    public String nodes() {
        return preludes.nodes();
    }

    /** With the preludes that it asks for. */
    public String setup(Suite suite) {
        return preludes.resolve(suite.setup());
    }

    private static CaseRun script(Suite suite, TestCase test, List<SourceFile> files, Check.Stdio check) {
        var run = new ProgramRun(Runner.SCRIPT, files, List.of(), utf8(check.stdin()), suite.limits());
        return CaseRun.of(test.id(), with(check.extras(), run));
    }

    private CaseRun call(Suite suite, TestCase test, List<SourceFile> files, String arguments) {
        var entry = suite.mode() instanceof Mode.Function(var name) ? name : "";
        var request = "{\"entry\":" + json.writeValueAsString(entry) + ",\"args\":" + arguments + "}";
        return CaseRun.of(test.id(), new ProgramRun(Runner.FUNCTION, files, List.of(), utf8(request), suite.limits()));
    }

    private CaseRun judged(Suite suite, TestCase test, List<SourceFile> files, Check.Code code) {
        var mode =
                suite.mode() instanceof Mode.Assert assertions ? assertions : new Mode.Assert(java.util.Set.of(), "");
        var settings = json.writeValueAsString(Map.of(
                "test",
                code.test(),
                "entry_points",
                mode.entryPoints().stream().sorted().toList(),
                "entry_point",
                mode.entryPoint(),
                "modules",
                MODULES));
        var judgeFiles = List.of(
                SourceFile.utf8("tests.py", code.code()),
                SourceFile.utf8("prelude.py", setup(suite) + "\n" + suite.prompt()),
                SourceFile.utf8("judge.json", settings));
        return CaseRun.judged(
                test.id(),
                new ProgramRun(Runner.CANDIDATE, files, List.of(), NO_INPUT, suite.limits()),
                new ProgramRun(Runner.JUDGE, judgeFiles, List.of(), NO_INPUT, judgeLimits(suite.limits())));
    }

    /** Room enough that a judge never runs out before its candidate does, unless the tests themselves are at fault. */
    private static Limits judgeLimits(Limits candidate) {
        var cpu = candidate.cpu().multipliedBy(2).plus(Duration.ofSeconds(10));
        var memory = candidate.memory().bytes() * 2 + ByteSize.mebibytes(512).bytes();
        return Limits.DEFAULT
                .withTime(cpu, candidate.wall().multipliedBy(2).plus(cpu))
                .withMemory(new ByteSize(memory));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
