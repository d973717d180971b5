package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.judge.SuiteFault;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.plan.UnknownPrelude;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.PackageParts;
import dev.rlvr.grader.suite.SuiteEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs whatever has to be run to know a suite. */
public final class Gatherer {

    /** Of wrong programs that nobody asked for; each takes a run. */
    private static final int EXAMPLES = 3;

    private static final int ALL_OF_THEM = 100;

    /** Of looking for tests to add. */
    private static final int ROUNDS = 3;

    private final Bench bench;
    private final Guesses guesses;
    private final Strength strength;
    private final Strengthener strengthener;
    private final Effort effort;

    /**
     * How much is run.
     *
     * @param repeats how often the reference runs in all, at least 1
     * @param mutants at most so many for each suite; 0 for none
     * @param strengthen whether to look for tests that reject mutants which pass
     */
    public record Effort(int repeats, int mutants, boolean strengthen) {
        public static final Effort DEFAULT = new Effort(3, 20);

        public Effort {
            if (repeats < 1 || mutants < 0) {
                throw new IllegalArgumentException("at least 1 repeat and 0 mutants are needed");
            }
        }

        public Effort(int repeats, int mutants) {
            this(repeats, mutants, false);
        }
    }

    public Gatherer(Bench bench, Effort effort) {
        this.bench = bench;
        this.guesses = new Guesses(bench);
        this.strength = new Strength(bench);
        this.strengthener = new Strengthener(bench);
        this.effort = effort;
    }

    /** @param entry in a language that the bench runs */
    public Evidence gather(SuiteEntry entry) throws InterruptedException {
        try {
            return run(entry);
        } catch (SuiteFault e) {
            return broken(entry, e.getMessage());
        } catch (UnknownPrelude e) {
            return broken(entry, String.valueOf(e.getMessage()));
        }
    }

    private static Evidence broken(SuiteEntry entry, String why) {
        return Evidence.none(entry).withFault(why);
    }

    private Evidence run(SuiteEntry entry) throws InterruptedException {
        var notRun = new ArrayList<String>();
        var measured = measured(entry, notRun);
        var suite = measured.suite();
        var trials = new ArrayList<Trial>();
        for (var solution : measured.solutions()) {
            if (runs(suite, solution, notRun)) {
                trials.add(mayHang(solution) ? bench.runUntilLimit(suite, solution) : bench.run(suite, solution));
            }
        }
        var references = trials.stream()
                .filter(trial -> trial.solution().wanted() == LabelledSolution.Label.ACCEPTED)
                .toList();
        var passing = references.stream().filter(Trial::passed).toList();
        var mutation = strength.measure(
                measured, passing, effort.mutants(), effort.strengthen() ? ALL_OF_THEM : EXAMPLES, notRun);
        var proposals = effort.strengthen() ? proposals(measured, passing, mutation) : List.<Proposal>of();
        var inputs = measured.parts().isPresent()
                ? new InputTrials(bench).of(suite, measured.parts().get(), notRun)
                : List.<InputTrial>of();
        return new Evidence(
                measured,
                trials,
                references.isEmpty() ? List.of() : repeats(suite, references.getFirst()),
                guesses.of(suite, passing),
                mutation,
                proposals,
                inputs,
                notRun.stream().distinct().toList(),
                Optional.empty());
    }

    /** A new test may lead to further ones: a suite that has 0 is asked for what is below. */
    private List<Proposal> proposals(SuiteEntry entry, List<Trial> passing, Mutation mutation)
            throws InterruptedException {
        var found = new ArrayList<Proposal>();
        var stronger = entry;
        var known = mutation;
        for (var round = 0; round < ROUNDS; round++) {
            var more = strengthener.propose(stronger.suite(), passing, known);
            found.addAll(more);
            if (more.isEmpty()) {
                break;
            }
            var cases = new ArrayList<TestCase>(stronger.suite().cases());
            more.forEach(proposal -> cases.add(proposal.test()));
            stronger = stronger.with(stronger.suite().withCases(cases));
            known = strength.measure(stronger, passing, effort.mutants(), ALL_OF_THEM, new ArrayList<>());
        }
        return found;
    }

    private boolean runs(Suite suite, LabelledSolution solution, List<String> notRun) throws InterruptedException {
        var missing = bench.missing(suite, solution);
        missing.ifPresent(why -> notRun.add(solution.name() + ": " + why));
        return missing.isEmpty();
    }

    /** With the time limit that follows from the solutions, where the package leaves it to them. */
    private SuiteEntry measured(SuiteEntry entry, List<String> notRun) throws InterruptedException {
        if (entry.parts().isEmpty() || !(entry.parts().get().time() instanceof PackageParts.TimeLimit.Measured rule)) {
            return entry;
        }
        var generous = TimeMeasure.generous(entry.suite());
        var trials = new ArrayList<Trial>();
        for (var solution : entry.references()) {
            if (runs(generous, solution, new ArrayList<>())) {
                trials.add(bench.runUntilLimit(generous, solution));
            }
        }
        var limited = TimeMeasure.limited(entry.suite(), rule, trials);
        notRun.add("no time limit is stated: " + limited.limits().cpu().toMillis()
                + " ms follow from the accepted solutions");
        return entry.with(limited);
    }

    /** Of these, one test that reaches its limit says it all. */
    private static boolean mayHang(LabelledSolution solution) {
        return switch (solution.wanted()) {
            case REJECTED, TIME_LIMIT, MEMORY_LIMIT, ANY -> true;
            case ACCEPTED, WRONG_ANSWER, RUNTIME_ERROR, COMPILE_ERROR -> false;
        };
    }

    private List<Trial> repeats(Suite suite, Trial reference) throws InterruptedException {
        var repeats = new ArrayList<Trial>();
        for (var i = 1; i < effort.repeats(); i++) {
            repeats.add(bench.run(shuffled(suite, i), reference.solution()));
        }
        return repeats;
    }

    private static Suite shuffled(Suite suite, int seed) {
        var cases = new ArrayList<TestCase>(suite.cases());
        Collections.shuffle(cases, new Random(seed));
        return suite.withCases(cases);
    }
}
