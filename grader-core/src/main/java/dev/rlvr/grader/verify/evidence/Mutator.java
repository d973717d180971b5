package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.ProgramSource;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.verify.mutant.Mutant;
import dev.rlvr.grader.verify.mutant.Mutants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes mutants of a reference: those in Python by a program of ours in the sandbox, the others here. */
final class Mutator {

    private static final String PYTHON = "python";

    /** Of so many mutants for each that is wanted, some may be of use. */
    private static final int TRIES = 4;

    /** As many as a program of a page has places for. */
    private static final int FURTHER = 300;

    private final PythonTool tool = new PythonTool("mutate.py", "grader_liberties.py", "grader_mutants.py");
    private final Bench bench;

    Mutator(Bench bench) {
        this.bench = bench;
    }

    /**
     * @param further those beyond what was asked for, where they cost nothing
     * @param equivalent so many were left out because they compile to what was there already
     */
    record Made(List<Mutant> mutants, List<Mutant> further, int equivalent) {}

    boolean speaks(Suite suite, LabelledSolution reference) {
        return bench.language(suite, reference)
                .filter(language -> language.equals(PYTHON) || Mutants.speaks(language))
                .isPresent();
    }

    boolean isPython(Suite suite, LabelledSolution reference) {
        return bench.language(suite, reference).filter(PYTHON::equals).isPresent();
    }

    /** At most {@code count}; fewer of small programs. The same each time. */
    Made mutants(Suite suite, LabelledSolution reference, int count) throws InterruptedException {
        var language = bench.language(suite, reference).orElseThrow();
        if (language.equals(PYTHON)) {
            return python(reference.source(), count, Probe.suits(suite, reference.source()) ? FURTHER : 0);
        }
        var mutants = Mutants.of(language, reference.source());
        return mutants.isEmpty()
                ? new Made(List.of(), List.of(), 0)
                : compiled(suite, reference, count, () -> mutants.get().next());
    }

    /** The same program with another text. */
    static LabelledSolution mutated(LabelledSolution reference, Mutant mutant) {
        var program = reference.program().map(whole -> {
            var main = SourceFile.utf8(whole.main().name(), mutant.source());
            var files = Stream.concat(Stream.of(main), whole.files().stream().skip(1));
            return new ProgramSource(whole.language(), files.toList());
        });
        return new LabelledSolution(
                "mutant", mutant.source(), LabelledSolution.Label.REJECTED, program, Optional.empty());
    }

    /** Those that compile, and to something that is not there yet. */
    private Made compiled(Suite suite, LabelledSolution reference, int count, Supplier<Optional<Mutant>> source)
            throws InterruptedException {
        Set<String> marks = new HashSet<>();
        bench.build(suite, reference).mark().ifPresent(marks::add);
        var mutants = new ArrayList<Mutant>();
        var equivalent = 0;
        for (var i = 0; i < count * TRIES && mutants.size() < count; i++) {
            var mutant = source.get();
            if (mutant.isEmpty()) {
                break;
            }
            var build = bench.build(suite, mutated(reference, mutant.get()));
            if (build.failed()) {
                continue;
            }
            if (build.mark().isPresent() && !marks.add(build.mark().get())) {
                equivalent++;
            } else {
                mutants.add(mutant.get());
            }
        }
        return new Made(mutants, List.of(), equivalent);
    }

    private Made python(String source, int count, int further) throws InterruptedException {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("source", source)
                .put("count", count)
                .put("further", further);
        return tool.run(bench.sandbox(), request)
                .map(made -> new Made(mutants(made.path("mutants")), mutants(made.path("further")), 0))
                .orElse(new Made(List.of(), List.of(), 0));
    }

    private static List<Mutant> mutants(JsonNode list) {
        var mutants = new ArrayList<Mutant>();
        list.forEach(mutant -> mutants.add(mutant(mutant)));
        return mutants;
    }

    /** As our programs in Python describe it. */
    static Mutant mutant(JsonNode mutant) {
        return new Mutant(
                mutant.path("line").asInt(),
                mutant.path("kind").asString(),
                mutant.path("diff").asString(),
                mutant.path("source").asString());
    }
}
