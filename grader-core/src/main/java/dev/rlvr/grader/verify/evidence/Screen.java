package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.suite.LabelledSolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells which tests wrong programs fail, all of them in one run of the sandbox. What fails here is not worth a run of its
 * own; what passes has to pass there as well. For functions in Python that test code calls.
 */
final class Screen {

    private final Bench bench;
    private final PythonTool tool;

    Screen(Bench bench) {
        this.bench = bench;
        this.tool = new PythonTool(List.of(bench.nodes()), "screen.py", "grader_programs.py", "grader_values.py");
    }

    /**
     * @param reference passes every test
     * @param limits of the programs
     * @return for each program the ids of tests that it fails; empty where nothing is known
     */
    List<Optional<Set<String>>> failures(Suite suite, LabelledSolution reference, List<String> programs, Limits limits)
            throws InterruptedException {
        if (programs.isEmpty()
                || !(suite.mode() instanceof Mode.Assert(var names, var entry))
                || !suite.cases().stream().allMatch(Screen::isWhole)) {
            return Collections.nCopies(programs.size(), Optional.empty());
        }
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("setup", Probe.setup(bench, suite))
                .put("prelude", bench.setup(suite) + "\n" + suite.prompt())
                .put("reference", reference.source())
                .put("seconds", limits.cpu().toMillis() / 1e3);
        var entryPoints = request.putArray("entry_points").add(entry);
        names.forEach(entryPoints::add);
        var tests = request.putArray("tests");
        suite.cases().forEach(test -> tests.add(((Code) test.check()).code()));
        var sources = request.putArray("programs");
        programs.forEach(sources::add);
        var answer = tool.run(bench.sandbox(), request);
        var failures = new ArrayList<Optional<Set<String>>>();
        for (var i = 0; i < programs.size(); i++) {
            var at = i;
            failures.add(answer.map(said -> said.path("failed").path(at))
                    .filter(JsonNode::isArray)
                    .map(failed -> ids(suite, failed)));
        }
        return failures;
    }

    /** A test that is one of many in a module is chosen by the judge. */
    private static boolean isWhole(TestCase test) {
        return test.check() instanceof Code(var _, var name) && name.isEmpty();
    }

    private static Set<String> ids(Suite suite, JsonNode failed) {
        var ids = new HashSet<String>();
        failed.forEach(index -> ids.add(suite.cases().get(index.asInt()).id()));
        return ids;
    }
}
