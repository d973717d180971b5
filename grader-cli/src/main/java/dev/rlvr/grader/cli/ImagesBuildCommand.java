package dev.rlvr.grader.cli;

import dev.rlvr.grader.images.BuildOptions;
import dev.rlvr.grader.images.ImageBuilder;
import dev.rlvr.grader.images.ImageRecipe;
import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.Revision;
import dev.rlvr.grader.report.BuildBar;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes images. */
@Command(
        name = "build",
        description = "Builds the images of these languages, and the base that they stand on.",
        mixinStandardHelpOptions = true)
final class ImagesBuildCommand implements Callable<Integer> {

    private final Terminal terminal;

    private static final String WORKER = "worker";

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of languages, or worker. Default: python.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Build the images of all languages. Takes long.")
    private boolean all;

    @Option(
            names = "--base",
            paramLabel = "FROM",
            defaultValue = "auto",
            description = "Where Debian comes from: registry (debian:trixie-slim), mmdebstrap (made here), or auto,"
                    + " the first of them that works. Default: auto.")
    private BuildOptions.Base base = BuildOptions.Base.AUTO;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            defaultValue = "",
            description = "Take Debian's packages from here only, such as a day of snapshot.debian.org, which fixes"
                    + " every version. Default: Debian's own servers, with security updates.")
    private String mirror = "";

    @Option(names = "--fresh", description = "Use nothing that is there already: with the packages of today.")
    private boolean fresh;

    @Option(
            names = "--toolchains",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "python",
            description = "The languages of a worker, with commas between them. Default: python.")
    private List<String> toolchains = List.of();

    ImagesBuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = terminal.settings();
        var recipes = new ImageRecipes(settings.home(), mirror);
        var wanted = all ? recipes.languages() : names.isEmpty() ? List.of("python") : names;
        wanted.forEach(name -> recipe(recipes, name)); // a wrong name is said before anything is built
        var options = new BuildOptions(base, fresh, Revision.labels(settings.home(), Main.version()));
        try (var engine = DockerEngine.connect(settings.environment())) {
            terminal.err().println("building with " + engine.describe());
            for (var name : wanted) {
                build(engine, recipes, options, name);
            }
        }
        return ExitCode.OK.number();
    }

    private ImageRecipe recipe(ImageRecipes recipes, String name) {
        return name.equals(WORKER) ? recipes.worker(toolchains) : recipes.language(name);
    }

    private void build(DockerEngine engine, ImageRecipes recipes, BuildOptions options, String name)
            throws InterruptedException {
        var start = System.nanoTime();
        String reference;
        try (var bar = bar()) {
            var builder = new ImageBuilder(engine, recipes, options, bar::step);
            reference = name.equals(WORKER) ? builder.ensureWorker(toolchains) : builder.build(name);
        }
        terminal.out()
                .println(
                        String.format(Locale.ROOT, "%s built in %.1f s", reference, (System.nanoTime() - start) / 1e9));
        terminal.out().flush();
    }

    private BuildBar bar() {
        var settings = terminal.settings();
        return settings.progressOnTerminal()
                ? BuildBar.onTerminal(settings.columns(), terminal.err())
                : BuildBar.lines(terminal.err());
    }
}
