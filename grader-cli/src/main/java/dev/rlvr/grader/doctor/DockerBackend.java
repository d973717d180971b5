package dev.rlvr.grader.doctor;

import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.images.ImageStore;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.docker.BoxImages;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.DockerSandbox;
import dev.rlvr.grader.sandbox.docker.DockerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code --sandbox docker} gets: asks the engine, and runs a program in a container. */
public record DockerBackend(Path home, Map<String, String> environment) implements Look {

    private static final String ENGINE = "Docker engine";
    private static final String IMAGE = "Docker image";
    private static final String BACKEND = "sandbox docker";

    @Override
    public List<Finding> look() throws InterruptedException {
        try (var engine = DockerEngine.connect(environment)) {
            var findings = new ArrayList<>(List.of(Finding.pass(ENGINE, engine.describe())));
            findings.addAll(image(engine));
            return findings;
        } catch (SandboxException e) {
            return List.of(Finding.caution(ENGINE, String.valueOf(e.getMessage()), ""));
        }
    }

    private List<Finding> image(DockerEngine engine) throws InterruptedException {
        var recipe = new ImageRecipes(home).language("python");
        var found = new ImageStore(engine).find(recipe);
        if (found.isEmpty()) {
            return List.of(Finding.caution(
                    IMAGE, recipe.repository() + " is missing or stale", "./grader images build python"));
        }
        return List.of(Finding.pass(IMAGE, recipe.reference() + " is fresh"), walls(engine, recipe.reference()));
    }

    private Finding walls(DockerEngine engine, String reference) throws InterruptedException {
        try (var sandbox = DockerSandbox.open(
                engine, DockerSettings.under(home, BoxImages.only(reference), List.of()), 1, Optional.empty())) {
            var finding = Walls.finding(BACKEND, sandbox);
            return sandbox.weakness()
                    .map(why -> new Finding(
                            finding.subject(), finding.health(), finding.what() + "; " + why, finding.repair()))
                    .orElse(finding);
        } catch (SandboxException e) {
            return Finding.caution(BACKEND, String.valueOf(e.getMessage()), "");
        }
    }
}
