package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.SuiteEntry;
import dev.rlvr.grader.verify.evidence.Mutation.Tests;
import dev.rlvr.grader.verify.evidence.Probe.Findings;
import dev.rlvr.grader.verify.mutant.Mutant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures how many mutants of a reference a suite rejects. */
final class Strength {

    /** A mutant may be this much slower than the reference before it counts as one that does not end. */
    private static final int SLOWER = 10;

    private static final Duration LEAST = Duration.ofMillis(100);

    private final Bench bench;
    private final Mutator mutator;
    private final Screen screen;
    private final Probe probe;
    private final Search search;
    private final Confirmation confirmation;

    Strength(Bench bench) {
        this.bench = bench;
        this.mutator = new Mutator(bench);
        this.screen = new Screen(bench);
        this.probe = new Probe(bench);
        this.search = new Search(bench);
        this.confirmation = new Confirmation(bench, search);
    }

    /**
     * @param references those that pass
     * @param examples at most so many of the mutants that nobody asked for are reported; all of them are tried
     * @param notRun gets what could not be learned
     */
    Mutation measure(SuiteEntry entry, List<Trial> references, int count, int examples, List<String> notRun)
            throws InterruptedException {
        if (count == 0 || references.isEmpty()) {
            return Mutation.unmeasured("");
        }
        var suite = entry.suite();
        var chosen = references.stream()
                .filter(trial -> mutator.speaks(suite, trial.solution()))
                .findFirst();
        if (chosen.isEmpty()) {
            return Mutation.unmeasured("no mutants are made of programs in " + suite.language());
        }
        var reference = chosen.get().solution();
        var made = mutator.mutants(suite, reference, count);
        if (made.mutants().isEmpty()) {
            return Mutation.unmeasured("nothing in the reference could be changed");
        }
        var hurried = hurried(suite, chosen.get());
        var trials = tried(hurried, reference, made.mutants(), notRun);
        var mutation = new Mutation(Optional.of(reference), trials, made.equivalent(), 0, List.of(), Tests.UNKNOWN, "");
        return examined(entry.with(hurried), references, mutation, made.further(), examples);
    }

    private List<MutantTrial> tried(Suite suite, LabelledSolution reference, List<Mutant> mutants, List<String> notRun)
            throws InterruptedException {
        var screened = screen.failures(
                suite, reference, mutants.stream().map(Mutant::source).toList(), suite.limits());
        var trials = new ArrayList<MutantTrial>();
        for (var i = 0; i < mutants.size(); i++) {
            var mutant = mutants.get(i);
            var failures = screened.get(i).orElse(Set.of());
            if (failures.isEmpty()) {
                run(suite, reference, mutant, notRun).ifPresent(trials::add);
            } else {
                trials.add(new MutantTrial(mutant, failures, Optional.empty()));
            }
        }
        return trials;
    }

    /** Empty if it does not compile, or the tests break on it. */
    private Optional<MutantTrial> run(Suite suite, LabelledSolution reference, Mutant mutant, List<String> notRun)
            throws InterruptedException {
        var trial = bench.runMutant(suite, reference, mutant);
        if (trial.isEmpty()) {
            notRun.add("the tests break on the reference with another " + mutant.kind() + " in line " + mutant.line());
        }
        return trial.map(Trial::cases)
                .filter(results -> results.stream().noneMatch(result -> result.verdict() == Verdict.COMPILE_ERROR))
                .map(results -> new MutantTrial(mutant, killers(results), Optional.empty()));
    }

    /** Survivors get a witness where one is found; and where it is cheap, more survivors are looked for. */
    private Mutation examined(
            SuiteEntry entry, List<Trial> references, Mutation mutation, List<Mutant> further, int examples)
            throws InterruptedException {
        var reference = mutation.reference().orElseThrow();
        var survivors = mutation.unproven().stream().map(MutantTrial::mutant).toList();
        var found = probed(entry, references, reference, survivors, further, examples);
        if (found.inputs() == 0 && !(entry.suite().mode() instanceof Mode.Assert)) {
            return survivors.isEmpty()
                    ? mutation
                    : witnessed(mutation, search.examine(entry, reference, references, survivors), List.of());
        }
        var passing = new ArrayList<MutantTrial>();
        for (var trial : found.further()) {
            if (bench.runMutant(entry.suite(), reference, trial.mutant())
                    .filter(Trial::passed)
                    .isPresent()) {
                passing.add(trial);
            }
        }
        return witnessed(mutation, found, passing);
    }

    private Findings probed(
            SuiteEntry entry,
            List<Trial> references,
            LabelledSolution reference,
            List<Mutant> survivors,
            List<Mutant> further,
            int examples)
            throws InterruptedException {
        if (!mutator.isPython(entry.suite(), reference) || !Probe.suits(entry.suite(), reference.source())) {
            return new Findings(0, Collections.nCopies(survivors.size(), Optional.empty()));
        }
        var found = probe.examine(entry, reference.source(), survivors, further, examples);
        return entry.suite().mode() instanceof Mode.Function
                ? confirmation.confirm(entry, reference, references, survivors, found)
                : found;
    }

    private static Mutation witnessed(Mutation mutation, Findings found, List<MutantTrial> further) {
        var witnesses = found.witnesses().iterator();
        var trials = mutation.trials().stream()
                .map(trial -> trial.killed() ? trial : new MutantTrial(trial.mutant(), Set.of(), witnesses.next()))
                .toList();
        return new Mutation(
                mutation.reference(), trials, mutation.equivalent(), found.inputs(), further, found.tests(), "");
    }

    private static Set<String> killers(List<CaseResult> results) {
        return results.stream()
                .filter(result -> !result.passed() && result.verdict() != Verdict.SKIPPED)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
    }

    /** With a CPU limit that the reference is far from. */
    static Suite hurried(Suite suite, Trial reference) {
        var used = reference.slowest().orElseThrow().usage().cpu().multipliedBy(SLOWER);
        var wanted = used.compareTo(LEAST) < 0 ? LEAST : used;
        var limits = suite.limits();
        return wanted.compareTo(limits.cpu()) < 0 ? suite.withLimits(limits.withCpu(wanted)) : suite;
    }
}
