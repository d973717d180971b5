package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.images.BuildOptions;
import dev.rlvr.grader.images.ImageBuilder;
import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.LanguageImages;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.sandbox.Isolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The engine of this machine, with the image that the sources say, and what is on it. */
public final class Engines {

    public static final Path HOME = Path.of(System.getProperty("grader.home", ".."));

    private Engines() {}

    public static DockerEngine here() {
        return DockerEngine.connect(System.getenv());
    }

    /** Made first where it is missing or stale. */
    public static DockerSettings settings(DockerEngine engine) throws InterruptedException {
        var builder = new ImageBuilder(engine, new ImageRecipes(HOME), BuildOptions.DEFAULT, (_, _, _, _) -> {});
        return DockerSettings.under(HOME, BoxImages.only(builder.ensure("python")), List.of());
    }

    /** With all languages whose images are there. */
    public static DockerSandbox openLanguages(DockerEngine engine, int boxes, Isolation level)
            throws InterruptedException {
        var languages = LanguageRegistry.load(HOME.resolve("sandbox-images/languages"));
        var images = new LanguageImages(engine, new ImageRecipes(HOME), languages);
        var settings = DockerSettings.under(HOME, images, languages.paths());
        return DockerSandbox.open(engine, settings, boxes, Optional.of(level));
    }

    public static DockerSandbox open(DockerEngine engine, int boxes, Isolation level) throws InterruptedException {
        return DockerSandbox.open(engine, settings(engine), boxes, Optional.of(level));
    }
}
