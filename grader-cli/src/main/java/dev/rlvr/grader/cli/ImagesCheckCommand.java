package dev.rlvr.grader.cli;

import dev.rlvr.grader.images.ImageCheck;
import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.ImageStore;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.sandbox.docker.BoxImages;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.DockerSandbox;
import dev.rlvr.grader.sandbox.docker.DockerSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a job in images. */
@Command(
        name = "check",
        description = "Runs a small job in the images of these languages, as samples are run.",
        mixinStandardHelpOptions = true)
final class ImagesCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Names of languages. Default: those that have a fresh image.")
    private List<String> names = List.of();

    ImagesCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = terminal.settings();
        var recipes = new ImageRecipes(settings.home());
        var shown = LanguageRegistry.load(settings.home().resolve("sandbox-images/languages"))
                .paths();
        var works = true;
        try (var engine = DockerEngine.connect(settings.environment())) {
            var store = new ImageStore(engine);
            var check = new ImageCheck(recipes, store);
            for (var name : names.isEmpty() ? fresh(recipes, store) : names) {
                works &= report(name, check.check(name, reference -> open(engine, reference, shown)));
            }
        }
        return (works ? ExitCode.OK : ExitCode.INFRASTRUCTURE).number();
    }

    private static List<String> fresh(ImageRecipes recipes, ImageStore store) {
        var fresh = recipes.languages().stream()
                .filter(name -> store.find(recipes.language(name)).isPresent())
                .toList();
        if (fresh.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "no language has a fresh image: run `grader images build`, and `grader images list`"
                            + " shows those that are stale");
        }
        return fresh;
    }

    private DockerSandbox open(DockerEngine engine, String reference, List<String> shown) throws InterruptedException {
        var settings = DockerSettings.under(terminal.settings().home(), BoxImages.only(reference), shown);
        return DockerSandbox.open(engine, settings, 1, Optional.empty());
    }

    private boolean report(String name, ImageCheck.Finding finding) {
        terminal.out()
                .println(name + ": "
                        + finding.problem()
                                .map(problem -> "does not work: " + problem)
                                .orElse("works, isolation "
                                        + finding.isolation().name().toLowerCase(Locale.ROOT) + ", "
                                        + finding.version()));
        terminal.out().flush();
        return finding.problem().isEmpty();
    }
}
