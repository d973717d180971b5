package dev.rlvr.grader.images;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether an image works, by running a job in it: through the agent, in a jail, as samples are. */
public final class ImageCheck {

    private static final CaseRun WARM = CaseRun.of(
            "warm interpreter",
            new ProgramRun(
                    Runner.SCRIPT,
                    List.of(SourceFile.utf8("solution.py", "print(6 * 7)")),
                    List.of(),
                    new byte[0],
                    Limits.DEFAULT));

    private final ImageRecipes recipes;
    private final ImageStore store;

    public ImageCheck(ImageRecipes recipes, ImageStore store) {
        this.recipes = recipes;
        this.store = store;
    }

    /** Opens a sandbox of one box on an image. */
    @FunctionalInterface
    public interface Opener {
        /** @param reference such as {@code rlvr-grader/python:0f3a5b7c9d1e} */
        Sandbox open(String reference) throws InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param problem empty when the image works
     * @param version what its compiler or interpreter says of itself; one line
     */
    public record Finding(String reference, Optional<String> problem, Isolation isolation, String version) {}

    /** @throws SandboxException when the image is missing or stale, or no box can be had */
    public Finding check(String language, Opener opener) throws InterruptedException {
        var recipe = recipes.language(language);
        if (store.find(recipe).isEmpty()) {
            throw new SandboxException(
                    "the image " + recipe.reference() + " is missing: run `grader images build " + language + "`",
                    false);
        }
        var needs = recipes.needs(language);
        var cases = new ArrayList<>(List.of(CaseRun.of("version", command(language, needs.version()))));
        if (needs.hasPython()) {
            cases.add(WARM);
        }
        try (var sandbox = opener.open(recipe.reference())) {
            var outcomes = new ArrayList<CaseOutcome>();
            sandbox.execute(new Job(language, cases), (_, outcome) -> outcomes.add(outcome));
            return finding(recipe, sandbox.isolation(), needs, outcomes);
        }
    }

    /** Some need more address space than they ever use. */
    private static ProgramRun command(String language, List<String> argv) {
        var words = argv.stream()
                .map(word -> word.replace("{prepared}", "{prepared}/" + language))
                .toList();
        var unfenced = new Surroundings(List.of(), false);
        return new ProgramRun(Runner.EXEC, List.of(), words, new byte[0], Limits.DEFAULT, unfenced);
    }

    private static Finding finding(
            ImageRecipe recipe, Isolation isolation, LanguageNeeds needs, List<CaseOutcome> outcomes) {
        var version = outcomes.getFirst().candidate();
        var said = version.stdout().text() + version.stderr().text();
        var line = said.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst();
        var problem = Optional.<String>empty();
        if (!version.exitedNormally() || line.isEmpty()) {
            problem = Optional.of("`" + String.join(" ", needs.version()) + "` ended with " + version.ending()
                    + line.map(l -> ": " + l).orElse(""));
        } else if (needs.hasPython()
                && !outcomes.getLast().candidate().stdout().text().equals("42\n")) {
            problem = Optional.of("a program in the warm interpreter ended with "
                    + outcomes.getLast().candidate().ending());
        }
        return new Finding(recipe.reference(), problem, isolation, line.orElse(""));
    }
}
