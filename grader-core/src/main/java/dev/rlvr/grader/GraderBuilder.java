package dev.rlvr.grader;

import dev.rlvr.grader.extract.CodeExtractor;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.language.LocalToolchains;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Preludes;
import dev.rlvr.grader.reward.RewardPolicy;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteRepository;
import dev.rlvr.grader.verify.Verifier;
import dev.rlvr.grader.verify.evidence.Bench;
import dev.rlvr.grader.verify.evidence.Gatherer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Puts a {@link Grader} together. */
public final class GraderBuilder {

    private final Path home;
    private SuiteRepository suites = SuiteRepository.empty();
    private RewardPolicy policy = RewardPolicy.defaults();
    private int parallelism = Runtime.getRuntime().availableProcessors();
    private Optional<Isolation> minIsolation = Optional.empty();
    private Optional<Path> python = Optional.empty();
    private Optional<Sandbox> sandbox = Optional.empty();
    private Optional<Toolchains> toolchains = Optional.empty();

    /** @param home the installation: where the agent and the language folders are */
    public GraderBuilder(Path home) {
        this.home = home;
    }

    public GraderBuilder suites(SuiteRepository repository) {
        suites = repository;
        return this;
    }

    public GraderBuilder policy(RewardPolicy rewards) {
        policy = rewards;
        return this;
    }

    /** How many samples run at the same time. Default: one per core. */
    public GraderBuilder parallelism(int boxes) {
        parallelism = boxes;
        return this;
    }

    /** Refuse to run below this level. Default: the strongest that the machine offers is used, and reported. */
    public GraderBuilder minIsolation(Isolation level) {
        minIsolation = Optional.of(level);
        return this;
    }

    /** The interpreter that programs run in. Default: {@code /usr/bin/python3}. */
    public GraderBuilder python(Path interpreter) {
        python = Optional.of(interpreter);
        return this;
    }

    /** Run somewhere else than on this machine. The grader closes it. */
    public GraderBuilder sandbox(Sandbox elsewhere) {
        return sandbox(elsewhere, Toolchains.assumed());
    }

    /** The same; what has to be there for a language is asked for before its first program runs. */
    public GraderBuilder sandbox(Sandbox elsewhere, Toolchains needed) {
        sandbox = Optional.of(elsewhere);
        toolchains = Optional.of(needed);
        return this;
    }

    /**
     * @throws SandboxException when the machine cannot run programs as asked, with what to do
     */
    public Grader build() throws InterruptedException {
        var languages = languages();
        return new Grader(
                suites,
                new CodeExtractor(policy.fence()),
                planner(languages),
                toolchains.orElseGet(
                        () -> new LocalToolchains(Installation.under(home).prepared())),
                sandbox.isPresent() ? sandbox.get() : local(languages),
                policy);
    }

    /** What judges suites, running programs in the sandbox given, which its owner closes. */
    public Verifier verifier(Sandbox elsewhere, Gatherer.Effort effort) {
        return verifier(elsewhere, Toolchains.assumed(), effort);
    }

    /** The same; what has to be there for a language is asked for before its first program runs. */
    public Verifier verifier(Sandbox elsewhere, Toolchains needed, Gatherer.Effort effort) {
        return new Verifier(new Bench(planner(languages()), elsewhere, needed), effort);
    }

    private LanguageRegistry languages() {
        return LanguageRegistry.load(home.resolve("sandbox-images/languages"));
    }

    private Planner planner(LanguageRegistry languages) {
        var preludes = new Preludes(home.resolve("sandbox-images/languages/python"));
        return new Planner(languages, preludes, new SecureRandom());
    }

    private Sandbox local(LanguageRegistry languages) throws InterruptedException {
        var installation = Installation.under(home).showing(languages.paths());
        var local = new LocalSandbox(
                python.map(installation::withPython).orElse(installation), parallelism, Optional.empty());
        if (minIsolation.isPresent() && local.isolation().compareTo(minIsolation.get()) < 0) {
            local.close();
            throw new SandboxException(
                    "this machine offers isolation level " + local.isolation() + ", below the " + minIsolation.get()
                            + " asked for; allow user namespaces or run as root",
                    false);
        }
        return local;
    }
}
