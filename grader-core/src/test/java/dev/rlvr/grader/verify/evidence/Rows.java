package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.suite.SuiteCatalogue;
import dev.rlvr.grader.suite.SuiteEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rows of test code, read as from a file. */
final class Rows {

    private Rows() {}

    static SuiteEntry entry(Path folder, String entryPoint, String reference, String... asserts) throws IOException {
        var row = JsonNodeFactory.instance.objectNode().put("task_id", 1).put("code", reference);
        row.put("entry_point", entryPoint);
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
}
