package dev.rlvr.grader.language;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with one file, gathered so that all of it is told at once. */
final class YamlProblems {

    private final String file;
    private final List<String> found = new ArrayList<>();

    YamlProblems(String file) {
        this.file = file;
    }

    void add(Node node, String path, String problem) {
        var line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        found.add(file + line + ": " + (path.isEmpty() ? "the file" : "`" + path + "`") + " " + problem);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new LanguageException(found);
        }
    }
}
