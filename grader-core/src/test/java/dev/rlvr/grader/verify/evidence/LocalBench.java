package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Preludes;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.SuiteCatalogue;
import dev.rlvr.grader.suite.SuiteEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.node.JsonNodeFactory;

/** A bench over this machine's sandbox for all tests of a class, and rows of test code to put on it. */
final class LocalBench implements AfterAllCallback {

    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getProperty("grader.home"), "grader.home is not set"));

    final Bench bench;
    private final LocalSandbox sandbox;

    LocalBench() {
        sandbox = opened();
        var languages = LanguageRegistry.load(HOME.resolve("sandbox-images/languages"));
        var preludes = new Preludes(HOME.resolve("sandbox-images/languages/python"));
        bench = new Bench(new Planner(languages, preludes, new Random(1)), sandbox, Toolchains.assumed());
    }

    private static LocalSandbox opened() {
        try {
            return new LocalSandbox(Installation.under(HOME), 1, Optional.empty());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sandbox.close();
    }

    /** As MBPP has them. */
    static SuiteEntry entry(Path folder, String text, String reference, String... asserts) throws IOException {
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("task_id", 1)
                .put("prompt", text)
                .put("code", reference);
        var tests = row.putArray("test_list");
        List.of(asserts).forEach(tests::add);
        return entry(folder, row.toString());
    }

    static SuiteEntry entry(Path folder, String row) throws IOException {
        var file = Files.writeString(folder.resolve("rows.jsonl"), row + "\n");
        var entries = new ArrayList<SuiteCatalogue.Entry>();
        SuiteCatalogue.read(SuiteCatalogue.files(List.of(file)), entries::add);
        if (entries.getFirst() instanceof SuiteCatalogue.Entry.Usable(var entry, var _)) {
            return entry;
        }
        throw new IllegalArgumentException(entries.toString());
    }

    static LabelledSolution right(String source) {
        return new LabelledSolution("reference", source, LabelledSolution.Label.ACCEPTED);
    }
}
