package dev.rlvr.grader.images;

import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes images, and the base that they stand on when it is not there yet. */
public final class ImageBuilder {

    private final DockerEngine engine;
    private final ImageRecipes recipes;
    private final BuildOptions options;
    private final BuildListener listener;
    private final ImageStore store;

    public ImageBuilder(DockerEngine engine, ImageRecipes recipes, BuildOptions options, BuildListener listener) {
        this.engine = engine;
        this.recipes = recipes;
        this.options = options;
        this.listener = listener;
        this.store = new ImageStore(engine);
    }

    /**
     * Makes the image of a language, also when there is a fresh one.
     *
     * @return its reference
     * @throws SandboxException when it cannot be made, with what to do
     */
    public String build(String language) throws InterruptedException {
        var recipe = recipes.language(language);
        if (options.fresh() || store.find(recipes.base()).isEmpty()) {
            buildBase(recipes.base());
        }
        build(recipe, recipe.context(), Map.of());
        return recipe.reference();
    }

    /**
     * Makes the image of a language when there is none that is fresh.
     *
     * @return its reference
     */
    public String ensure(String language) throws InterruptedException {
        var recipe = recipes.language(language);
        return store.find(recipe).isPresent() ? recipe.reference() : build(language);
    }

    /**
     * Makes the image of a worker when there is none that is fresh, and that of its first language when there is none.
     *
     * @return its reference
     */
    public String ensureWorker(List<String> languages) throws InterruptedException {
        var recipe = recipes.worker(languages);
        if (options.fresh() || store.find(recipe).isEmpty()) {
            ensure(languages.getFirst());
            build(recipe, recipe.context(), Map.of());
        }
        return recipe.reference();
    }

    private void buildBase(ImageRecipe recipe) throws InterruptedException {
        if (options.base() != BuildOptions.Base.MMDEBSTRAP && recipe.mirror().isEmpty()) {
            try {
                listener.step(recipe.name(), 0, 2, "ask the registry for Debian 13");
                build(recipe, recipes.basePulled(), madeFrom("debian:trixie-slim"));
                return;
            } catch (SandboxException e) {
                if (options.base() == BuildOptions.Base.REGISTRY) {
                    throw e;
                }
            }
        }
        listener.step(recipe.name(), 1, 2, "no registry: make Debian 13 with mmdebstrap");
        var system = new Mmdebstrap().make(recipe.mirror());
        try {
            build(recipe, recipes.baseMade(system), madeFrom("mmdebstrap"));
        } finally {
            delete(system);
        }
    }

    private static Map<String, String> madeFrom(String base) {
        return Map.of("org.opencontainers.image.base.name", base);
    }

    private void build(ImageRecipe recipe, BuildContext context, Map<String, String> labels)
            throws InterruptedException {
        var archive = context.archive();
        try (var in = Files.newInputStream(archive)) {
            var id = engine.ask(() -> request(recipe, in, labels));
            engine.ask(() -> engine.client()
                    .tagImageCmd(id, recipe.repository(), ImageStore.LATEST)
                    .exec());
        } catch (IOException e) {
            throw new SandboxException("cannot read " + archive + ": " + e.getMessage(), true, e);
        } finally {
            delete(archive);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private String request(ImageRecipe recipe, InputStream archive, Map<String, String> labels) throws Exception {
        var command = engine.client()
                .buildImageCmd()
                .withTarInputStream(archive)
                .withTags(Set.of(recipe.reference()))
                .withLabels(labels(recipe, labels))
                .withNoCache(options.fresh())
                .withForcerm(true);
        recipe.arguments().forEach(command::withBuildArg);
        try (var progress = new BuildProgress(recipe.name(), listener)) {
            return command.exec(progress).imageId();
        }
    }

    private SortedMap<String, String> labels(ImageRecipe recipe, Map<String, String> more) {
        var labels = new TreeMap<>(options.labels());
        labels.put(ImageStore.DIGEST, recipe.digest());
        labels.put("org.opencontainers.image.title", recipe.repository());
        labels.put("org.opencontainers.image.licenses", "Apache-2.0");
        labels.putAll(more);
        return labels;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // It is in the folder for temporary files, and the system's to tidy.
        }
    }
}
