package dev.rlvr.grader.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code grader grade}. */
@Command(
        name = "grade",
        description = "Run model completions against their tests and print rewards.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false)
final class GradeCommand implements Callable<Integer> {

    private final Kit kit;
    private final Terminal terminal;
    private final Interruption interruption;

    @Parameters(
            paramLabel = "SAMPLES",
            description =
                    "A .jsonl or .json file, - for stdin, or a folder with samples.jsonl (or .json) and, if it has"
                            + " them, suites.jsonl, suites.json, suites/ and policy.json.")
    private String samples = "";

    @Option(
            names = "--suites",
            paramLabel = "PATH",
            description = "A file or folder of tests, for samples that name theirs. May be repeated.")
    private List<Path> suites = List.of();

    @Option(names = "--policy", paramLabel = "FILE", description = "How test results become a reward.")
    private List<Path> policies = List.of();

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--explain",
            paramLabel = "ID",
            defaultValue = Option.NULL_VALUE,
            description = "Grade this sample only, and print everything about it.")
    private Optional<String> explained = Optional.empty();

    @Option(names = "--no-dedupe", description = "Run equal completions of a suite each for itself, instead of once.")
    private boolean everyCopy;

    @Option(
            names = "--fail-under",
            paramLabel = "X",
            defaultValue = Option.NULL_VALUE,
            description = "End with code 1 when the mean reward is below X.")
    private Optional<Double> failUnder = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    GradeCommand(Kit kit, Terminal terminal, Interruption interruption) {
        this.kit = kit;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws Exception {
        output.check();
        if (policies.size() > 1) {
            throw new CommandFailed(ExitCode.USAGE, "--policy can be given once only");
        }
        var inputs = Inputs.find(samples, suites, policies);
        return (explained.isPresent() ? explain(inputs, explained.get()) : gradeAll(inputs)).number();
    }

    private ExitCode explain(Inputs inputs, String id) throws Exception {
        if (output.out().isPresent()) {
            throw new CommandFailed(ExitCode.USAGE, "--explain grades one sample and writes no rows: leave out --out");
        }
        try (var engine = kit.engine(inputs, sandbox);
                var rows = kit.rows(inputs.samples())) {
            return new Explainer(engine, terminal, output.ink(terminal.settings())).explain(rows, id);
        }
    }

    private ExitCode gradeAll(Inputs inputs) throws Exception {
        try (var engine = kit.engine(inputs, sandbox)) {
            return new GradeSession(kit, engine, inputs, terminal, interruption, settings()).run();
        }
    }

    private GradeSession.Settings settings() {
        return new GradeSession.Settings(
                output,
                sandbox.parallelism(terminal.settings()),
                !everyCopy,
                failUnder.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                ResumeCommand.of(spec.root().commandLine().getParseResult().originalArgs()));
    }
}
