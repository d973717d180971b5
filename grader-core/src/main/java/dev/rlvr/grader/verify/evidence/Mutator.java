package dev.rlvr.grader.verify.evidence;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes mutants of programs in Python. */
final class Mutator {

    private final PythonTool tool = new PythonTool("mutate.py");
    private final Bench bench;

    Mutator(Bench bench) {
        this.bench = bench;
    }

    /** At most {@code count}; fewer of small programs. The same each time. */
    List<Mutant> mutants(String source, int count) throws InterruptedException {
        var request =
                JsonNodeFactory.instance.objectNode().put("source", source).put("count", count);
        var made = new ArrayList<Mutant>();
        tool.run(bench.sandbox(), request).ifPresent(list -> {
            for (var mutant : list) {
                made.add(new Mutant(
                        mutant.path("line").asInt(),
                        mutant.path("kind").asString(),
                        mutant.path("diff").asString(),
                        mutant.path("source").asString()));
            }
        });
        return made;
    }
}
