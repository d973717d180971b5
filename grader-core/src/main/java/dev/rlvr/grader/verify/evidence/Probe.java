package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.suite.SuiteEntry;
import dev.rlvr.grader.verify.evidence.Mutation.Tests;
import dev.rlvr.grader.verify.mutant.Mutant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same as {@link Search} for functions in Python that are called: all in one run of the sandbox. What it finds for tests
 * that are arguments and answers needs a {@link Confirmation}.
 */
final class Probe {

    private static final int INPUTS = 200;

    /** Arguments become nodes by the annotations of whoever is called, which is not done here. */
    private static final Pattern NODES = Pattern.compile("\\b(?:ListNode|TreeNode|Node)\\b");

    private final Bench bench;
    private final PythonTool tool;

    Probe(Bench bench) {
        this.bench = bench;
        this.tool = new PythonTool(
                List.of(bench.nodes()),
                "probe.py",
                "grader_edges.py",
                "grader_inputs.py",
                "grader_mutants.py",
                "grader_pairs.py",
                "grader_programs.py",
                "grader_tests.py",
                "grader_values.py");
    }

    /**
     * @param witnesses one for each survivor, in order
     * @param further those of the further mutants, or of some with two mistakes, that seem to pass, with what shows that they
     *     are wrong
     */
    record Findings(int inputs, List<Optional<Witness>> witnesses, List<MutantTrial> further, Tests tests) {

        Findings(int inputs, List<Optional<Witness>> witnesses) {
            this(inputs, witnesses, List.of(), Tests.UNKNOWN);
        }
    }

    /** @param reference a program in Python */
    static boolean suits(Suite suite, String reference) {
        return switch (suite.mode()) {
            case Mode.Assert _ -> true;
            case Mode.Function _ -> !NODES.matcher(reference).find();
            case Mode.Stdio _, Mode.Inline _ -> false;
        };
    }

    /**
     * @param survivors mutants that passed
     * @param further other mutants of the same program, of which nothing is known
     * @param examples at most so many of them are looked for
     */
    Findings examine(SuiteEntry entry, String reference, List<Mutant> survivors, List<Mutant> further, int examples)
            throws InterruptedException {
        var request = request(entry.suite(), reference)
                .put("text", entry.publicText())
                .put("most", examples);
        sources(request.putArray("mutants"), survivors);
        sources(request.putArray("further"), further);
        var answer = tool.run(bench.sandbox(), request);
        var witnesses = new ArrayList<Optional<Witness>>();
        for (var i = 0; i < survivors.size(); i++) {
            var at = i;
            witnesses.add(answer.map(found -> found.path("witnesses").path(at))
                    .filter(JsonNode::isObject)
                    .map(witness -> witness(entry.suite(), witness)));
        }
        var passing = new ArrayList<MutantTrial>();
        answer.ifPresent(found -> {
            for (var example : found.path("further")) {
                passing.add(
                        passing(entry.suite(), further.get(example.path("index").asInt()), example));
            }
            for (var pair : found.path("pairs")) {
                passing.add(passing(entry.suite(), Mutator.mutant(pair), pair));
            }
        });
        return new Findings(
                answer.map(found -> found.path("inputs").asInt()).orElse(0),
                witnesses,
                passing,
                answer.map(found -> tests(entry.suite(), found)).orElse(Tests.UNKNOWN));
    }

    private static MutantTrial passing(Suite suite, Mutant mutant, JsonNode found) {
        return new MutantTrial(mutant, Set.of(), Optional.of(witness(suite, found)));
    }

    private static Tests tests(Suite suite, JsonNode found) {
        var edges = new ArrayList<Witness>();
        found.path("edges").forEach(edge -> edges.add(witness(suite, edge)));
        var unchecked = new ArrayList<String>();
        found.path("unchecked").forEach(call -> unchecked.add(call.asString()));
        return new Tests(edges, unchecked);
    }

    private static void sources(ArrayNode list, List<Mutant> mutants) {
        mutants.forEach(mutant -> list.add(mutant.source()));
    }

    private static Witness witness(Suite suite, JsonNode found) {
        var code = found.path("code").asString("");
        Optional<Check> check = code.isEmpty() ? Optional.empty() : Optional.of(check(suite, code));
        return new Witness(found.path("text").asString(), check);
    }

    private static Check check(Suite suite, String code) {
        return suite.mode() instanceof Mode.Function
                ? new Check.Call(JsonMapper.shared().readTree(code).toString(), "")
                : new Check.Code(code, "");
    }

    private ObjectNode request(Suite suite, String reference) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("setup", setup(bench, suite))
                .put("reference", reference)
                .put("entry", entry(suite))
                .put("count", INPUTS);
        var tests = request.putArray("tests");
        var calls = JsonNodeFactory.instance.arrayNode();
        for (var test : suite.cases()) {
            switch (test.check()) {
                case Check.Code(var code, var _) -> tests.add(code);
                case Check.Call(var arguments, var _) ->
                    calls.add(JsonMapper.shared().readTree(arguments));
                case Check.Stdio _ -> throw new IllegalArgumentException("not a call: " + test.id());
            }
        }
        return calls.isEmpty() ? request : request.set("calls", calls);
    }

    /** A prompt is the beginning of each program, which brings what it needs. */
    static String setup(Bench bench, Suite suite) {
        return suite.prompt().isBlank() ? bench.setup(suite) : "";
    }

    /** Of several functions that a candidate defines, the one that most tests speak of. */
    static String entry(Suite suite) {
        if (suite.mode() instanceof Mode.Function(var entry)) {
            return entry;
        }
        if (!(suite.mode() instanceof Mode.Assert(var names, var entry)) || !entry.isEmpty()) {
            return suite.mode() instanceof Mode.Assert mode ? mode.entryPoint() : "";
        }
        return names.stream()
                .sorted()
                .max(Comparator.comparingLong(name -> suite.cases().stream()
                        .filter(test ->
                                test.check() instanceof Check.Code(var code, var _) && code.contains(name + "("))
                        .count()))
                .orElse("");
    }
}
