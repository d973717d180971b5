package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Looks for inputs on which mutants that passed every test differ from the reference after all. */
final class Probe {

    private static final int INPUTS = 200;

    private final PythonTool tool = new PythonTool("probe.py");
    private final Bench bench;

    Probe(Bench bench) {
        this.bench = bench;
    }

    /** @param witnesses one for each mutant, in order */
    record Findings(int inputs, List<Optional<String>> witnesses) {}

    Findings examine(Suite suite, String reference, List<Mutant> survivors) throws InterruptedException {
        if (survivors.isEmpty()) {
            return new Findings(0, List.of());
        }
        var answer = tool.run(bench.sandbox(), request(suite, reference, survivors));
        var witnesses = new ArrayList<Optional<String>>();
        for (var i = 0; i < survivors.size(); i++) {
            var at = i;
            witnesses.add(answer.map(found -> found.path("witnesses").path(at))
                    .filter(node -> node.isString())
                    .map(node -> node.stringValue()));
        }
        return new Findings(answer.map(found -> found.path("inputs").asInt()).orElse(0), witnesses);
    }

    private static ObjectNode request(Suite suite, String reference, List<Mutant> survivors) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind(suite.mode()))
                // Lines of `#grader:` are for the planner; what they stand for is imports, which references bring.
                .put("setup", suite.prompt().isBlank() ? suite.setup() : "")
                .put("reference", reference)
                .put("entry", entry(suite.mode()))
                .put("count", INPUTS);
        var mutants = request.putArray("mutants");
        survivors.forEach(survivor -> mutants.add(survivor.source()));
        var inputs = request.putArray("inputs");
        var tests = request.putArray("tests");
        for (var test : suite.cases()) {
            switch (test.check()) {
                case Stdio(var stdin, var _, var _) -> inputs.add(stdin);
                case Call(var arguments, var _) ->
                    inputs.add(JsonMapper.shared().readTree(arguments));
                case Code(var code, var _) -> tests.add(code);
            }
        }
        return request;
    }

    private static String kind(Mode mode) {
        return switch (mode) {
            case Mode.Stdio() -> "stdio";
            case Mode.Function _ -> "function";
            case Mode.Assert _ -> "assert";
            case Mode.Inline _ -> "inline";
        };
    }

    private static String entry(Mode mode) {
        return switch (mode) {
            case Mode.Stdio() -> "";
            case Mode.Function(var entry) -> entry;
            case Mode.Inline(var entry) -> entry;
            case Mode.Assert(var names, var entry) ->
                entry.isEmpty() && !names.isEmpty() ? names.iterator().next() : entry;
        };
    }
}
