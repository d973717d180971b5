package dev.rlvr.grader.cli;

import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.LanguageImages;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.language.LocalToolchains;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.DockerSandbox;
import dev.rlvr.grader.sandbox.docker.DockerSettings;
import dev.rlvr.grader.sandbox.docker.EngineAddress;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens what {@code --sandbox} asks for. */
final class Backends {

    private final Settings settings;
    private final int boxes;
    private final Optional<Isolation> minIsolation;

    Backends(Settings settings, SandboxOptions options) {
        this.settings = settings;
        this.boxes = options.parallelism(settings);
        this.minIsolation = options.minIsolation();
    }

    /** @throws SandboxException when it cannot be had, with what to do */
    Backend open(SandboxOptions.Kind kind) throws InterruptedException {
        return switch (kind) {
            case LOCAL -> local(List.of());
            case DOCKER -> docker(EngineAddress.find(settings.environment()));
            case AUTO -> best();
        };
    }

    /** Docker where an engine answers and has the image; what is missing is said, unless there is no engine at all. */
    private Backend best() throws InterruptedException {
        EngineAddress engine;
        try {
            engine = EngineAddress.find(settings.environment());
        } catch (SandboxException _) {
            return local(List.of());
        }
        try {
            return docker(engine);
        } catch (SandboxException e) {
            return local(List.of("programs run without Docker: " + e.getMessage()));
        }
    }

    private Backend local(List<String> remarks) throws InterruptedException {
        var installation =
                Installation.under(settings.home()).showing(languages().paths());
        var sandbox = new LocalSandbox(installation, boxes, Optional.empty());
        return strongEnough(
                new Backend("local", sandbox, new LocalToolchains(installation.prepared()), remarks, () -> {}),
                "allow user namespaces or run as root");
    }

    private LanguageRegistry languages() {
        return LanguageRegistry.load(settings.home().resolve("sandbox-images/languages"));
    }

    private Backend docker(EngineAddress address) throws InterruptedException {
        var engine = DockerEngine.connect(address);
        var opened = false;
        try {
            var languages = languages();
            var images = new LanguageImages(engine, new ImageRecipes(settings.home()), languages);
            var boxSettings = DockerSettings.under(settings.home(), images, languages.paths());
            var sandbox = DockerSandbox.open(engine, boxSettings, boxes, Optional.empty());
            var remarks = sandbox.weakness().stream()
                    .map(why -> "the engine allows no namespaces inside of containers: " + why)
                    .toList();
            var backend = strongEnough(
                    new Backend("docker", sandbox, Toolchains.assumed(), remarks, engine::close),
                    "allow user namespaces in containers, or use --sandbox local");
            opened = true;
            return backend;
        } finally {
            if (!opened) {
                engine.close();
            }
        }
    }

    private Backend strongEnough(Backend backend, String advice) {
        Sandbox sandbox = backend.sandbox();
        if (minIsolation.isPresent() && sandbox.isolation().compareTo(minIsolation.get()) < 0) {
            backend.close();
            throw new SandboxException(
                    "the sandbox `" + backend.name() + "` offers isolation level " + word(sandbox.isolation())
                            + ", below the " + word(minIsolation.get()) + " asked for; " + advice,
                    false);
        }
        return backend;
    }

    private static String word(Isolation level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
