package dev.rlvr.grader;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.judge.Judge;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.TestGroup;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Preludes;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The programs that each language has in its folder {@code conformance}, and how each of them has to end. */
final class Conformance {

    private static final String LINE = "héllo wörld ✓ 日本";
    private static final int ECHOED = 10 << 20;

    /** @param words something that the note or the program's stderr has to say */
    private record Subject(
            String name, Limits limits, String stdin, String expected, Set<Verdict> verdicts, String words) {
        static Subject passes(String name, String stdin, String expected) {
            return new Subject(name, Limits.DEFAULT, stdin, expected, Set.of(Verdict.ACCEPTED), "");
        }

        static Subject ends(String name, Verdict verdict, String words, Limits limits) {
            return new Subject(name, limits, "", "", Set.of(verdict), words);
        }
    }

    private static final List<Subject> SUBJECTS = List.of(
            Subject.passes("hello", "", "hello\n"),
            Subject.passes("echo", echoed(), echoed()),
            Subject.ends("exit_code", Verdict.RUNTIME_ERROR, "", Limits.DEFAULT),
            Subject.ends("uncaught", Verdict.RUNTIME_ERROR, "the reason", Limits.DEFAULT),
            new Subject(
                    "compile_error", Limits.DEFAULT, "", "", Set.of(Verdict.COMPILE_ERROR, Verdict.RUNTIME_ERROR), ""),
            Subject.ends(
                    "cpu_loop",
                    Verdict.TIME_LIMIT,
                    "CPU",
                    Limits.DEFAULT.withTime(Duration.ofSeconds(1), Duration.ofSeconds(20))),
            Subject.ends(
                    "sleep",
                    Verdict.TIME_LIMIT,
                    "not done",
                    Limits.DEFAULT.withTime(Duration.ofSeconds(2), Duration.ofSeconds(2))),
            Subject.ends(
                    "allocate",
                    Verdict.MEMORY_LIMIT,
                    "",
                    Limits.DEFAULT.withMemory(ByteSize.mebibytes(256)).withCpu(Duration.ofSeconds(30))),
            Subject.passes("recursion", "", "10000\n"),
            Subject.ends("flood", Verdict.OUTPUT_LIMIT, "", Limits.DEFAULT.withOutput(ByteSize.mebibytes(1))),
            Subject.passes("threads", "", "4\n"),
            Subject.passes("utf8", LINE + "\n", "16\n" + new StringBuilder(LINE).reverse() + "\n"),
            Subject.passes("network", "", "refused\n"),
            Subject.passes("look_around", "", "alone\n"));

    private final Planner planner;
    private final Sandbox sandbox;

    Conformance(LanguageRegistry languages, Sandbox sandbox) {
        this.planner = new Planner(languages, new Preludes(Path.of(".")), new Random());
        this.sandbox = sandbox;
    }

    private static String echoed() {
        return "0123456789abcde\n".repeat(ECHOED / 16);
    }

    /** What did not end as it should, and how it ended. Two programs run at a time: many of them only wait. */
    List<String> failures(Language language) throws InterruptedException, ExecutionException {
        var checks = SUBJECTS.stream()
                .filter(subject -> !language.lacks().contains(subject.name()))
                .map(subject -> (Callable<Optional<String>>) () -> failure(language, subject))
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var failures = new ArrayList<String>();
            for (var check : threads.invokeAll(checks)) {
                check.get().ifPresent(failures::add);
            }
            return failures;
        }
    }

    private Optional<String> failure(Language language, Subject subject) throws IOException, InterruptedException {
        var suite = suite(language, subject);
        var found = new Extraction.Found(new Submission(language.name(), source(language, subject.name())), "", false);
        var recording = new Recording(sandbox);
        var result = new Judge(recording, planner.validators())
                .judge(suite, suite.scoring(), planner.plan(suite, language, found))
                .getFirst();
        var said = result.note() + recording.lastStderr;
        return subject.verdicts().contains(result.verdict()) && said.contains(subject.words())
                ? Optional.empty()
                : Optional.of(subject.name() + ": " + result + " " + said.substring(0, Math.min(500, said.length())));
    }

    private static Suite suite(Language language, Subject subject) {
        return new Suite(
                subject.name(),
                language.name(),
                new Mode.Stdio(),
                "",
                "",
                "",
                List.of(new TestGroup("all", 1)),
                List.of(new TestCase("1", "all", 1, new Check.Stdio(subject.stdin(), subject.expected()))),
                subject.limits(),
                CheckerSpec.TOKENS,
                ScoringSpec.FRACTION);
    }

    private static String source(Language language, String subject) throws IOException {
        try (var files = Files.list(language.folder().resolve("conformance"))) {
            var file = files.filter(path -> path.getFileName().toString().startsWith(subject + "."))
                    .findFirst()
                    .orElseThrow(() -> new IOException(language.base() + " has no program " + subject));
            return Files.readString(file);
        }
    }

    /** Remembers what the last program had to say. */
    private static final class Recording implements Sandbox {
        private final Sandbox inner;
        private String lastStderr = "";

        Recording(Sandbox inner) {
            this.inner = inner;
        }

        @Override
        public void execute(Job job, JobListener listener) throws InterruptedException {
            inner.execute(job, new JobListener() {
                @Override
                public void buildFinished(RunOutcome outcome) {
                    listener.buildFinished(outcome);
                }

                @Override
                public boolean caseFinished(int index, CaseOutcome outcome) {
                    lastStderr = outcome.candidate().stderr().text();
                    return listener.caseFinished(index, outcome);
                }
            });
        }

        @Override
        public Isolation isolation() {
            return inner.isolation();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
