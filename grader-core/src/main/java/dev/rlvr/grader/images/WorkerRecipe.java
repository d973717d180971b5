package dev.rlvr.grader.images;

import static dev.rlvr.grader.images.ImageRecipes.tree;

import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The recipe of a worker's image: that of its first language, with the other languages, a Java runtime and the program on
 * top.
 *
 * @param images the folder {@code sandbox-images}
 */
record WorkerRecipe(Path images, ImageRecipes recipes) {

    static final String NAME = "worker";

    /** The languages of a worker, unless others are asked for. */
    static final List<String> USUAL = List.of("python");

    private static final String RUNTIME = "openjdk-25-jre-headless";

    ImageRecipe of(List<String> names) {
        var others = names.stream().skip(1).distinct().toList();
        var files = new ArrayList<ContextFile>();
        files.add(new ContextFile.OnDisk("Dockerfile", images.resolve("image/worker/Dockerfile"), false));
        files.add(new ContextFile.OnDisk("tools/opt/grader/image/step", images.resolve("image/step"), true));
        files.add(new ContextFile.OnDisk(
                "tools/opt/grader/image/worker-step", images.resolve("image/worker/step"), true));
        // That of the first one is in its image: a context needs something of every kind.
        names.forEach(name -> files.addAll(tree(recipes.folder(name), "languages/opt/grader/languages/" + name + "/")));
        files.addAll(recipes.agent());
        files.addAll(program());
        var arguments = new TreeMap<String, String>();
        arguments.put("BASE", recipes.language(names.getFirst()).reference());
        arguments.put("LANGUAGES", others.stream().map(this::withScript).collect(Collectors.joining(" ")));
        arguments.put("PACKAGES", packages(others));
        arguments.put("MIRROR", recipes.mirror());
        arguments.put("SOURCE_DATE_EPOCH", Long.toString(BuildContext.TIME.getEpochSecond()));
        return ImageRecipe.of(NAME, new BuildContext(files), arguments);
    }

    private String packages(List<String> languages) {
        var packages = new TreeSet<String>();
        packages.add(RUNTIME);
        languages.forEach(name -> packages.addAll(recipes.needs(name).packages()));
        return String.join(" ", packages);
    }

    private String withScript(String language) {
        if (Files.exists(recipes.folder(language).resolve("image.part"))) {
            throw new SandboxException(
                    "the language " + language
                            + " has instructions of its own for its image (image.part), so a worker can"
                            + " only have it as its first language",
                    false);
        }
        return language + ":" + recipes.needs(language).prepare();
    }

    private List<ContextFile> program() {
        var target = images.resolveSibling("grader-cli").resolve("target");
        var jar = target.resolve("grader-cli.jar");
        if (!Files.exists(jar)) {
            throw new SandboxException(
                    "the program " + jar + " is missing; build it: ./mvnw -DskipTests package", false);
        }
        var files = new ArrayList<ContextFile>();
        files.add(new ContextFile.OnDisk("program/opt/grader/program/grader-cli.jar", jar, false));
        files.addAll(tree(target.resolve("lib"), "program/opt/grader/program/lib/"));
        return files;
    }
}
