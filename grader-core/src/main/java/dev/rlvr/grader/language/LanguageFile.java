package dev.rlvr.grader.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one {@code language.yaml}: the language, then its variants. */
final class LanguageFile {

    static final String NAME = "language.yaml";

    private static final String VARIANTS = "variants";

    /** A variant says what it changes inside of these; of the others it gives a new value. */
    private static final Set<String> MERGED = Set.of("build", "run", "allowance", "inline", "function");

    /** What is not passed on to variants. */
    private static final Set<String> OWN = Set.of(VARIANTS, "aliases", "lacks");

    private LanguageFile() {}

    /** @throws LanguageException with every problem of the file */
    static List<Language> read(Path folder) {
        var file = folder.resolve(NAME);
        var problems = new YamlProblems(folder.getFileName() + "/" + NAME);
        var root = parse(file);
        var languages = new ArrayList<Language>();
        if (!(root instanceof MappingNode mapping)) {
            problems.add(root, "", "is not a mapping; write fields with values");
        } else {
            var base = new LanguageReader(folder, problems).read(without(mapping, Set.of(VARIANTS)), "", Set.of());
            languages.add(base);
            for (var tuple : variants(mapping)) {
                var name = key(tuple);
                var merged = merge(without(mapping, OWN), tuple.getValueNode());
                languages.add(new LanguageReader(folder, problems).read(merged, name, base.fences()));
            }
        }
        problems.throwIfAny();
        return languages;
    }

    static List<Path> foldersIn(Path languages) throws IOException {
        try (var folders = Files.list(languages)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(NAME)))
                    .sorted()
                    .toList();
        }
    }

    private static Node parse(Path file) {
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            var text = Files.readString(file);
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new LanguageException(List.of(file + ": is empty; describe the language")));
        } catch (MarkedYamlEngineException e) {
            var line =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new LanguageException(List.of(file + line + ": not readable as YAML: " + e.getProblem()));
        } catch (YamlEngineException | IOException e) {
            throw new LanguageException(List.of(file + ": cannot be read: " + e.getMessage()));
        }
    }

    private static MappingNode merge(MappingNode base, Node changes) {
        var merged = new ArrayList<NodeTuple>();
        for (var tuple : base.getValue()) {
            var name = key(tuple);
            var change =
                    entries(changes).stream().filter(c -> key(c).equals(name)).findFirst();
            if (change.isEmpty()) {
                merged.add(tuple);
            } else if (MERGED.contains(name)
                    && tuple.getValueNode() instanceof MappingNode inner
                    && change.get().getValueNode() instanceof MappingNode) {
                merged.add(new NodeTuple(
                        tuple.getKeyNode(), merge(inner, change.get().getValueNode())));
            } else {
                merged.add(change.get());
            }
        }
        for (var tuple : entries(changes)) {
            if (base.getValue().stream().noneMatch(t -> key(t).equals(key(tuple)))) {
                merged.add(tuple);
            }
        }
        return new MappingNode(
                base.getTag(), false, merged, base.getFlowStyle(), changes.getStartMark(), base.getEndMark());
    }

    private static MappingNode without(MappingNode mapping, Set<String> names) {
        var kept = mapping.getValue().stream()
                .filter(tuple -> !names.contains(key(tuple)))
                .toList();
        return new MappingNode(
                mapping.getTag(), false, kept, mapping.getFlowStyle(), mapping.getStartMark(), mapping.getEndMark());
    }

    private static List<NodeTuple> variants(MappingNode mapping) {
        return mapping.getValue().stream()
                .filter(tuple -> key(tuple).equals(VARIANTS))
                .flatMap(tuple -> entries(tuple.getValueNode()).stream())
                .toList();
    }

    private static List<NodeTuple> entries(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }
}
