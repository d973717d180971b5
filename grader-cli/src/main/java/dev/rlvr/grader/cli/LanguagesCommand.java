package dev.rlvr.grader.cli;

import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.ImageStore;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.language.LocalToolchains;
import dev.rlvr.grader.language.ToolchainMissing;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.report.LanguageTable;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.local.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists what programs may be written in. */
@Command(
        name = "languages",
        description = "Lists the languages and their variants, and which of them this machine has.",
        mixinStandardHelpOptions = true)
final class LanguagesCommand implements Callable<Integer> {

    private final Terminal terminal;

    LanguagesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var home = terminal.settings().home();
        var languages = LanguageRegistry.load(home.resolve("sandbox-images/languages"));
        var toolchains = new LocalToolchains(Installation.under(home).prepared());
        var table = new LanguageTable(terminal.settings().columns());
        var lines = table.lines(entries(languages, toolchains, images()));
        lines.forEach(terminal.out()::println);
        return ExitCode.OK.number();
    }

    /** The names of the languages that an engine has a fresh image of; none where no engine answers. */
    private Set<String> images() {
        var settings = terminal.settings();
        var recipes = new ImageRecipes(settings.home());
        try (var engine = DockerEngine.connect(settings.environment())) {
            return new ImageStore(engine)
                    .images().stream()
                            .filter(recipes::isFresh)
                            .map(ImageStore.Stored::name)
                            .collect(Collectors.toSet());
        } catch (SandboxException _) {
            return Set.of();
        }
    }

    /** Asking a toolchain for its version takes up to a second, so all are asked at once. */
    static List<LanguageTable.Entry> entries(LanguageRegistry languages, Toolchains toolchains, Set<String> images)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = languages.all().stream()
                    .map(language ->
                            threads.submit(() -> entry(language, toolchains, images.contains(language.base()))))
                    .toList();
            var entries = new ArrayList<LanguageTable.Entry>();
            for (var each : asked) {
                entries.add(each.get());
            }
            return entries;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static LanguageTable.Entry entry(Language language, Toolchains toolchains, boolean image)
            throws InterruptedException {
        try {
            return new LanguageTable.Entry(language, toolchains.version(language), Optional.empty(), image);
        } catch (ToolchainMissing e) {
            return new LanguageTable.Entry(language, Optional.empty(), Optional.of(e.getMessage()), image);
        }
    }
}
