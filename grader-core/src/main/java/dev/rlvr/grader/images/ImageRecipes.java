package dev.rlvr.grader.images;

import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The recipes below {@code sandbox-images}: one Dockerfile for all languages, the agent, and a folder for each language.
 * A new language needs a folder, and nothing here.
 */
public final class ImageRecipes {

    private static final String BASE = "base";
    private static final String PART = "# @image.part@\n";

    /** What is there for people and for tests. */
    private static final Set<String> NOT_NEEDED = Set.of("tests", "conformance", "bench", "README.md", "image.part");

    private final Path images;
    private final String mirror;

    /** @param home the installation, where {@code sandbox-images} is */
    public ImageRecipes(Path home) {
        this(home, "");
    }

    /**
     * @param mirror where Debian's packages come from, such as a day of snapshot.debian.org, which makes every image of
     *     that day the same; empty: where Debian's own configuration says
     */
    public ImageRecipes(Path home, String mirror) {
        this.images = home.resolve("sandbox-images");
        this.mirror = mirror;
    }

    /** The names of all languages, sorted. */
    public List<String> languages() {
        try (var folders = Files.list(images.resolve("languages"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(LanguageNeeds.FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the languages: " + e.getMessage(), e);
        }
    }

    /** What every image stands on: Debian 13, and no more of it than it takes to install packages. */
    public ImageRecipe base() {
        var arguments = new TreeMap<String, String>();
        arguments.put("MIRROR", mirror);
        return ImageRecipe.of(BASE, new BuildContext(tree(images.resolve("image/base"), "")), arguments);
    }

    /** How the base is made with, and without, a registry: {@code Dockerfile} and {@code made/Dockerfile}. */
    BuildContext basePulled() {
        return new BuildContext(
                List.of(new ContextFile.OnDisk("Dockerfile", images.resolve("image/base/Dockerfile"), false)));
    }

    BuildContext baseMade(Path system) {
        return new BuildContext(List.of(
                new ContextFile.OnDisk("Dockerfile", images.resolve("image/base/made/Dockerfile"), false),
                new ContextFile.OnDisk("base.tar", system, false)));
    }

    /** Whether this is what the sources say today. One whose language is gone is not. */
    public boolean isFresh(ImageStore.Stored image) {
        if (image.name().equals(BASE)) {
            return image.madeOf(base());
        }
        if (image.name().equals(WorkerRecipe.NAME)) {
            return image.madeOf(worker(WorkerRecipe.USUAL));
        }
        return languages().contains(image.name()) && image.madeOf(language(image.name()));
    }

    /**
     * The image of a worker: the toolchains of these languages, and the program that serves.
     *
     * @param names of languages; the image of the first one is what it stands on
     * @throws SandboxException when there is no such language, or the agent or the program is not built
     */
    public ImageRecipe worker(List<String> names) {
        return new WorkerRecipe(images, this).of(names);
    }

    /**
     * The image that runs programs of this language.
     *
     * @throws SandboxException when there is no such language, or the agent is not built
     */
    public ImageRecipe language(String name) {
        var needs = needs(name);
        var folder = folder(name);
        var files = new ArrayList<ContextFile>();
        files.add(new ContextFile.Given("Dockerfile", dockerfile(folder)));
        files.add(new ContextFile.OnDisk("tools/opt/grader/image/step", images.resolve("image/step"), true));
        files.addAll(tree(folder, "language/opt/grader/languages/" + name + "/"));
        files.addAll(agent());
        var arguments = new TreeMap<String, String>();
        arguments.put("BASE", base().reference());
        arguments.put("LANGUAGE", name);
        arguments.put("MIRROR", mirror);
        arguments.put("PACKAGES", String.join(" ", needs.packages()));
        arguments.put("PREPARE", needs.prepare());
        arguments.put("SOURCE_DATE_EPOCH", Long.toString(BuildContext.TIME.getEpochSecond()));
        return ImageRecipe.of(name, new BuildContext(files), arguments);
    }

    String mirror() {
        return mirror;
    }

    LanguageNeeds needs(String name) {
        if (!languages().contains(name)) {
            throw new SandboxException(
                    "there is no language `" + name + "`; there are " + String.join(", ", languages()), false);
        }
        return LanguageNeeds.read(folder(name));
    }

    Path folder(String language) {
        return images.resolve("languages").resolve(language);
    }

    private String dockerfile(Path folder) {
        var whole = read(images.resolve("image/Dockerfile"));
        var part = folder.resolve("image.part");
        return Files.exists(part) ? whole.replace(PART, read(part)) : whole;
    }

    List<ContextFile> agent() {
        var built = images.resolve("target/agent");
        var program = built.resolve("grader-agent");
        if (!Files.isExecutable(program)) {
            throw new SandboxException(
                    "the agent " + program + " is missing; build it: ./mvnw -DskipTests package", false);
        }
        var files = new ArrayList<ContextFile>();
        files.add(new ContextFile.OnDisk("agent/opt/grader/bin/grader-agent", program, true));
        files.addAll(tree(built.resolve("python"), "agent/opt/grader/python/"));
        return files;
    }

    static List<ContextFile> tree(Path folder, String into) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> needed(folder.relativize(path)))
                    .<ContextFile>map(path -> new ContextFile.OnDisk(
                            into + folder.relativize(path).toString().replace('\\', '/'),
                            path,
                            Files.isExecutable(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean needed(Path relative) {
        var names = Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
                .map(i -> relative.getName(i).toString())
                .toList();
        return !NOT_NEEDED.contains(names.getFirst())
                && names.stream().noneMatch(name -> name.startsWith(".") || name.equals("__pycache__"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
