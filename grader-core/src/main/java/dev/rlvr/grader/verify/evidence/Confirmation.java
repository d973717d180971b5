package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.SuiteEntry;
import dev.rlvr.grader.verify.evidence.Mutation.Tests;
import dev.rlvr.grader.verify.evidence.Probe.Findings;
import dev.rlvr.grader.verify.mutant.Mutant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@link Probe} found for tests that are arguments and answers, as the judge sees it: all references answer alike, and
 * the checker tells the mutant's answer from theirs.
 */
final class Confirmation {

    private final Bench bench;
    private final Search search;

    Confirmation(Bench bench, Search search) {
        this.bench = bench;
        this.search = search;
    }

    Findings confirm(
            SuiteEntry entry,
            LabelledSolution reference,
            List<Trial> references,
            List<Mutant> survivors,
            Findings found)
            throws InterruptedException {
        var suite = entry.suite();
        var answers = answers(entry, reference, references, found);
        var witnesses = new ArrayList<Optional<Witness>>();
        for (var i = 0; i < survivors.size(); i++) {
            witnesses.add(confirmed(
                    suite, reference, survivors.get(i), found.witnesses().get(i), answers));
        }
        var further = new ArrayList<MutantTrial>();
        for (var trial : found.further()) {
            confirmed(suite, reference, trial.mutant(), trial.witness(), answers)
                    .ifPresent(witness -> further.add(new MutantTrial(trial.mutant(), Set.of(), Optional.of(witness))));
        }
        var edges = found.tests().edges().stream()
                .flatMap(edge -> answered(edge, answers).stream())
                .toList();
        return new Findings(
                found.inputs(),
                witnesses,
                further,
                new Tests(edges, found.tests().unchecked()));
    }

    /** By what they ask. */
    private Map<Check, TestCase> answers(
            SuiteEntry entry, LabelledSolution reference, List<Trial> references, Findings found)
            throws InterruptedException {
        var asked = Stream.of(
                        found.witnesses().stream().flatMap(Optional::stream),
                        found.further().stream().flatMap(trial -> trial.witness().stream()),
                        found.tests().edges().stream())
                .flatMap(witnesses -> witnesses)
                .flatMap(witness -> witness.test().stream())
                .distinct()
                .toList();
        var last = entry.suite().cases().getLast();
        var tests = new ArrayList<TestCase>();
        for (var check : asked) {
            tests.add(new TestCase("new-" + tests.size(), last.group(), last.weight(), check));
        }
        var answers = new HashMap<Check, TestCase>();
        for (var test : search.answered(entry, reference, references, tests)) {
            answers.put(asked.get(Integer.parseInt(test.id().substring("new-".length()))), test);
        }
        return answers;
    }

    private Optional<Witness> confirmed(
            Suite suite,
            LabelledSolution reference,
            Mutant mutant,
            Optional<Witness> found,
            Map<Check, TestCase> answers)
            throws InterruptedException {
        var test = found.flatMap(Witness::test).map(answers::get);
        if (test.isEmpty()) {
            return Optional.empty();
        }
        var trial = bench.runMutant(suite.withCases(List.of(test.get())), reference, mutant);
        return trial.filter(run -> !run.passed()).flatMap(_ -> answered(found.get(), answers));
    }

    private static Optional<Witness> answered(Witness found, Map<Check, TestCase> answers) {
        return found.test().map(answers::get).map(test -> new Witness(found.words(), Optional.of(test.check())));
    }
}
