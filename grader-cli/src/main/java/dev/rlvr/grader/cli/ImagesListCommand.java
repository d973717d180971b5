package dev.rlvr.grader.cli;

import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.ImageStore;
import dev.rlvr.grader.images.ImageStore.Stored;
import dev.rlvr.grader.report.ImageTable;
import dev.rlvr.grader.report.ImageTable.State;
import dev.rlvr.grader.report.Ink;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows which images there are, and whether they are what the sources say today. */
@Command(
        name = "list",
        description = "Lists the images that there are, and with names those that there should be.",
        mixinStandardHelpOptions = true)
final class ImagesListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of languages. Default: all that are built.")
    private List<String> names = List.of();

    ImagesListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var settings = terminal.settings();
        var recipes = new ImageRecipes(settings.home());
        names.forEach(recipes::language); // a wrong name is an error, not a missing image
        var table = new ImageTable(
                settings.colour() && settings.tableOnTerminal() ? Ink.COLOURED : Ink.PLAIN, settings.columns());
        try (var engine = DockerEngine.connect(settings.environment())) {
            var images = new ImageStore(engine).images();
            images.stream()
                    .filter(image -> names.isEmpty() || names.contains(image.name()))
                    .forEach(
                            image -> table.add(image.name(), Optional.of(built(image)), state(recipes, image, images)));
            names.stream()
                    .filter(name ->
                            images.stream().noneMatch(image -> image.name().equals(name)))
                    .forEach(name -> table.add(name, Optional.empty(), State.MISSING));
        }
        table.lines().forEach(terminal.out()::println);
        return ExitCode.OK.number();
    }

    private static State state(ImageRecipes recipes, Stored image, List<Stored> images) {
        if (recipes.isFresh(image)) {
            return State.FRESH;
        }
        var buildable = recipes.languages().contains(image.name());
        var replaced = images.stream().anyMatch(other -> other.name().equals(image.name()) && recipes.isFresh(other));
        return buildable && !replaced ? State.STALE : State.OLD;
    }

    private static ImageTable.Built built(Stored image) {
        return new ImageTable.Built(image.tag(), image.size(), Duration.between(image.built(), Instant.now()));
    }
}
