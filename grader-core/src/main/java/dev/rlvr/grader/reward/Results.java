package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Signals;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The results as the suite asks for them: one for each configured test. A test without a result has not passed, a result
 * without a test does not count, and of several results for one test the worst decides.
 */
final class Results {

    private static final double MICROSECONDS = 1e3;
    private static final double MEBIBYTE = 1 << 20;

    private final Suite suite;
    private final String source;
    private final Map<String, CaseResult> byId = new HashMap<>();

    Results(Suite suite, String source, List<CaseResult> cases) {
        this.suite = suite;
        this.source = source;
        for (var test : suite.cases()) {
            byId.put(test.id(), CaseResult.notRun(test.id(), Verdict.SKIPPED, ""));
        }
        for (var result : cases) {
            byId.computeIfPresent(
                    result.id(), (_, known) -> known.verdict() == Verdict.SKIPPED || known.passed() ? result : known);
        }
    }

    Suite suite() {
        return suite;
    }

    String source() {
        return source;
    }

    boolean passed(TestCase test) {
        var result = byId.get(test.id());
        return result != null && result.passed();
    }

    TreeScore.Points points(String test) {
        var result = byId.get(test);
        return result == null
                ? new TreeScore.Points(false, Double.NaN)
                : new TreeScore.Points(result.passed(), result.score());
    }

    int passed() {
        return (int) suite.cases().stream().filter(this::passed).count();
    }

    int total() {
        return suite.cases().size();
    }

    boolean allPassed() {
        return passed() == total();
    }

    boolean compiled() {
        return !source.isEmpty()
                && byId.values().stream()
                        .noneMatch(result ->
                                result.verdict() == Verdict.COMPILE_ERROR || result.verdict() == Verdict.NO_CODE);
    }

    double cpuMillis() {
        return largest(result -> result.usage().cpu().toNanos() / (MICROSECONDS * MICROSECONDS));
    }

    private double largest(ToDoubleFunction<CaseResult> of) {
        return byId.values().stream().mapToDouble(of).max().orElse(0);
    }

    List<Signals> signals() {
        return byId.values().stream().map(CaseResult::signals).toList();
    }

    private Component signal(String name, ToIntFunction<Signals> of) {
        return metric(name, signals().stream().mapToInt(of).asDoubleStream().sum());
    }

    List<Component> metrics() {
        return List.of(
                metric("pass_rate", (double) passed() / total()),
                metric("tests_total", total()),
                metric("tests_passed", passed()),
                metric("all_passed", allPassed() ? 1 : 0),
                metric("compiled", compiled() ? 1 : 0),
                metric("code_found", source.isEmpty() ? 0 : 1),
                metric("cpu_ms_max", cpuMillis()),
                metric(
                        "memory_mb_max",
                        largest(result -> result.usage().memory().bytes() / MEBIBYTE)),
                signal("forbidden_syscalls", Signals::forbiddenSyscalls),
                signal("leftover_processes", Signals::leftoverProcesses),
                signal("early_exit", seen -> seen.earlyExit() ? 1 : 0),
                signal("output_cut", seen -> seen.outputCut() ? 1 : 0),
                signal("test_tampering", seen -> seen.testTampering() ? 1 : 0),
                metric("hardcoded_inputs", Hardcoded.tests(suite, source)));
    }

    private static Component metric(String name, double value) {
        return new Component(name, value, false);
    }
}
