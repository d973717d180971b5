package dev.rlvr.grader.images;

import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a language's {@code language.yaml} says about its image; the rest of that file is no business of images.
 *
 * @param packages of Debian, sorted
 * @param prepare the script that makes what is worth making in advance; empty when there is none
 * @param version the command that prints the version of the compiler or interpreter
 */
record LanguageNeeds(List<String> packages, String prepare, List<String> version) {

    static final String FILE = "language.yaml";

    /** Debian's policy for names; they become words of a command. */
    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+");

    private static final Pattern SCRIPT = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9_.-]*");

    LanguageNeeds {
        packages = packages.stream().sorted().distinct().toList();
        version = List.copyOf(version);
    }

    static LanguageNeeds read(Path folder) {
        var file = folder.resolve(FILE);
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new SandboxException(file + ": " + e.getOriginalMessage(), false, e);
        }
        var packages =
                root.path("packages").valueStream().map(JsonNode::asString).toList();
        for (var name : packages) {
            if (!PACKAGE.matcher(name).matches()) {
                throw new SandboxException(file + ": packages: `" + name + "` is not the name of a package", false);
            }
        }
        var prepare = root.path("prepare").asString("");
        if (!SCRIPT.matcher(prepare).matches()) {
            throw new SandboxException(
                    file + ": prepare: `" + prepare + "` is not the name of a file beside it", false);
        }
        var version = words(root.path("version"));
        if (version.isEmpty()) {
            throw new SandboxException(file + ": version: the command that prints it is missing", false);
        }
        return new LanguageNeeds(packages, prepare, version);
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** Whether the agent's warm interpreter can run there. */
    boolean hasPython() {
        return packages.contains("python3");
    }
}
