package dev.rlvr.grader.cli;

import dev.rlvr.grader.bench.Rounds;
import dev.rlvr.grader.bench.SmallPrograms;
import dev.rlvr.grader.bench.Tally;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.language.LocalToolchains;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Preludes;
import dev.rlvr.grader.sandbox.local.Installation;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/** Compares small programs in the sandbox with the plain commands of their language, and prints what came of it. */
final class LanguageBench {

    /** A program is built and run ten times in it, at least once. */
    static final Duration ROUND = Duration.ofSeconds(3);

    private final Terminal terminal;
    private final Backend backend;
    private final Rounds rounds;

    LanguageBench(Terminal terminal, Backend backend, Rounds rounds) {
        this.terminal = terminal;
        this.backend = backend;
        this.rounds = rounds;
    }

    void run(String name) throws IOException, InterruptedException {
        var home = terminal.settings().home();
        var languages = LanguageRegistry.load(home.resolve("sandbox-images/languages"));
        var language = languages
                .find(name)
                .orElseThrow(
                        () -> new IOException("there is no language " + name + "; there are: " + languages.names()));
        var prepared = Installation.under(home).prepared();
        new LocalToolchains(prepared).require(language);
        var preludes = new Preludes(home.resolve("sandbox-images/languages/python"));
        var planner = new Planner(languages, preludes, new SecureRandom());
        var programs = new SmallPrograms(backend.sandbox(), planner, language, prepared);
        print(language, programs, programs.run(rounds));
    }

    private void print(Language language, SmallPrograms programs, SmallPrograms.Comparison result) {
        line(String.format(
                Locale.ROOT,
                "%s: a program, %s10 small tests; %d at a time, sandbox %s, isolation %s",
                language.title(),
                programs.isBuilt() ? "its build and " : "",
                rounds.threads(),
                backend.name(),
                backend.sandbox().isolation()));
        var local = backend.name().equals("local");
        side("sandboxed", result.sandboxed(), local);
        side("plain commands", result.plain(), true);
        line(String.format(Locale.ROOT, "  the sandbox is %.2f times as fast", result.speedup()));
        if (local) {
            line(String.format(Locale.ROOT, "  and takes 1/%.2f of the CPU time", result.cpuRatio()));
        }
        if (programs.isBuilt()) {
            line(String.format(Locale.ROOT, "  its build is %.2f times as fast", result.buildSpeedup()));
            line(String.format(
                    Locale.ROOT,
                    "  the build of the same program again: %.1f ms of CPU time",
                    result.again().toNanos() / 1e6));
        }
    }

    /** The processes of an engine are not ours: what they use cannot be told from what others use. */
    private void side(String name, Tally tally, boolean ours) {
        var cpu = ours ? String.format(Locale.ROOT, " %8.1f ms of CPU each", tally.cpuMillisPerRun()) : "";
        line(String.format(Locale.ROOT, "  %-15s %7.2f programs/s%s", name, tally.perSecond(), cpu));
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
