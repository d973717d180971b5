package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.judge.SuiteFault;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.plan.UnknownPrelude;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.SuiteEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs whatever has to be run to know a suite. */
public final class Gatherer {

    private final Bench bench;
    private final Guesses guesses;
    private final Strength strength;
    private final Effort effort;

    /**
     * How much is run.
     *
     * @param repeats how often the reference runs in all, at least 1
     * @param mutants at most so many for each suite; 0 for none
     */
    public record Effort(int repeats, int mutants) {
        public static final Effort DEFAULT = new Effort(3, 20);

        public Effort {
            if (repeats < 1 || mutants < 0) {
                throw new IllegalArgumentException("at least 1 repeat and 0 mutants are needed");
            }
        }
    }

    public Gatherer(Bench bench, Effort effort) {
        this.bench = bench;
        this.guesses = new Guesses(bench);
        this.strength = new Strength(bench);
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
        return new Evidence(entry, List.of(), List.of(), List.of(), Mutation.unmeasured(""), Optional.of(why));
    }

    private Evidence run(SuiteEntry entry) throws InterruptedException {
        var suite = entry.suite();
        var trials = new ArrayList<Trial>();
        for (var solution : entry.solutions()) {
            trials.add(mayHang(solution) ? bench.runUntilLimit(suite, solution) : bench.run(suite, solution));
        }
        var reference = entry.references().isEmpty() ? Optional.<Trial>empty() : Optional.of(trials.getFirst());
        var passing = reference.filter(Trial::passed);
        var mutation = passing.isPresent()
                ? strength.measure(suite, passing.get(), effort.mutants())
                : Mutation.unmeasured("");
        return new Evidence(
                entry,
                trials,
                reference.isPresent() ? repeats(suite, reference.get()) : List.of(),
                guesses.of(suite),
                mutation,
                Optional.empty());
    }

    /** Of these, one test that reaches its limit says it all. */
    private static boolean mayHang(LabelledSolution solution) {
        return switch (solution.wanted()) {
            case REJECTED, TIME_LIMIT, MEMORY_LIMIT -> true;
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
        return new Suite(
                suite.id(),
                suite.language(),
                suite.mode(),
                suite.prompt(),
                suite.setup(),
                suite.reference(),
                suite.groups(),
                cases,
                suite.limits(),
                suite.checker(),
                suite.scoring());
    }
}
