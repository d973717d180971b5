package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures how many mutants of the reference a suite rejects. */
final class Strength {

    /** A mutant may be this much slower than the reference before it counts as one that does not end. */
    private static final int SLOWER = 10;

    private static final Duration LEAST = Duration.ofMillis(250);

    private final Bench bench;
    private final Mutator mutator;
    private final Probe probe;

    Strength(Bench bench) {
        this.bench = bench;
        this.mutator = new Mutator(bench);
        this.probe = new Probe(bench);
    }

    /** @param reference one that passes */
    Mutation measure(Suite suite, Trial reference, int count) throws InterruptedException {
        if (count == 0) {
            return Mutation.unmeasured("");
        }
        if (!suite.language().equals("python")) {
            return Mutation.unmeasured("mutants are made of Python only, not of " + suite.language());
        }
        var source = reference.solution().source();
        var mutants = mutator.mutants(source, count);
        if (mutants.isEmpty()) {
            return Mutation.unmeasured("nothing in the reference could be changed");
        }
        var hurried = hurried(suite, reference);
        var trials = new ArrayList<MutantTrial>();
        for (var mutant : mutants) {
            var killers = bench.runBriefly(hurried, mutant.source()).stream()
                    .filter(result -> !result.passed() && result.verdict() != Verdict.SKIPPED)
                    .map(CaseResult::id)
                    .collect(Collectors.toSet());
            trials.add(new MutantTrial(mutant, killers, Optional.empty()));
        }
        return probed(suite, source, trials);
    }

    /** Survivors get a witness where one is found. */
    private Mutation probed(Suite suite, String source, List<MutantTrial> all) throws InterruptedException {
        var survivors = all.stream()
                .filter(trial -> !trial.killed())
                .map(MutantTrial::mutant)
                .toList();
        var found = probe.examine(suite, source, survivors);
        var witnesses = found.witnesses().iterator();
        var trials = all.stream()
                .map(trial -> trial.killed() ? trial : new MutantTrial(trial.mutant(), Set.of(), witnesses.next()))
                .toList();
        return new Mutation(trials, found.inputs(), "");
    }

    /** With a CPU limit that the reference is far from. */
    private static Suite hurried(Suite suite, Trial reference) {
        var used = reference.slowest().orElseThrow().usage().cpu().multipliedBy(SLOWER);
        var wanted = used.compareTo(LEAST) < 0 ? LEAST : used;
        var limits = suite.limits();
        return wanted.compareTo(limits.cpu()) < 0 ? suite.withLimits(limits.withCpu(wanted)) : suite;
    }
}
