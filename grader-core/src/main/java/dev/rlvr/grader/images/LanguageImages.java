package dev.rlvr.grader.images;

import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.docker.BoxImages;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The fresh images of an engine, as what jobs run in. The engine is asked once for each language that is there, and
 * again for one that is not: somebody may be building it.
 */
public final class LanguageImages implements BoxImages {

    /** What most suites are in. */
    private static final String USUAL = "python";

    private final ImageRecipes recipes;
    private final ImageStore store;
    private final LanguageRegistry languages;
    private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

    public LanguageImages(DockerEngine engine, ImageRecipes recipes, LanguageRegistry languages) {
        this.recipes = recipes;
        this.store = new ImageStore(engine);
        this.languages = languages;
    }

    /** A variant has the image of its language. */
    @Override
    public String of(String toolchain) {
        return image(languages.find(toolchain).map(Language::base).orElse(toolchain));
    }

    private String image(String language) {
        return known.computeIfAbsent(language, this::look);
    }

    private String look(String language) {
        var recipe = recipes.language(language);
        var images = store.images();
        if (images.stream().anyMatch(image -> isOf(recipe, image))) {
            return recipe.reference();
        }
        var stale = images.stream().anyMatch(image -> image.name().equals(language));
        throw new SandboxException(
                "the image " + recipe.repository() + (stale ? " is stale" : " is missing")
                        + ": run `grader images build " + language + "`",
                false);
    }

    private static boolean isOf(ImageRecipe recipe, ImageStore.Stored image) {
        return image.name().equals(recipe.name()) && image.madeOf(recipe);
    }

    /** That of Python; where there is none, the first that is there. */
    @Override
    public String first() {
        try {
            return image(USUAL);
        } catch (SandboxException e) {
            return fresh().stream().findFirst().map(this::image).orElseThrow(() -> e);
        }
    }

    private List<String> fresh() {
        var images = store.images();
        return recipes.languages().stream()
                .filter(name -> images.stream().anyMatch(image -> image.name().equals(name)))
                .filter(name -> images.stream().anyMatch(image -> isOf(recipes.language(name), image)))
                .toList();
    }
}
