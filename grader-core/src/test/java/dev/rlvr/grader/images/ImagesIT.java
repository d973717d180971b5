package dev.rlvr.grader.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.docker.BoxImages;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.DockerSandbox;
import dev.rlvr.grader.sandbox.docker.DockerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** With a real engine, Debian's real packages, and our real agent. */
@Tag("docker")
class ImagesIT {

    private static final Path HOME = Path.of(System.getProperty("grader.home", ".."));

    @AutoClose
    private final DockerEngine engine = DockerEngine.connect(System.getenv());

    private final ImageStore store = new ImageStore(engine);

    /** An installation with the real recipes and the real agent, and a language that was invented for it. */
    @TempDir
    private Path toyHome = Path.of("");

    @BeforeEach
    void invent_a_language() throws IOException {
        var images = Files.createDirectories(toyHome.resolve("sandbox-images"));
        for (var real : List.of("image", "target")) {
            Files.createSymbolicLink(
                    images.resolve(real),
                    HOME.resolve("sandbox-images").resolve(real).toRealPath());
        }
        toy("packages: []\nprepare: make.sh\nversion: [sh, -c, echo toy 7]\n");
        Files.writeString(toy().resolve("make.sh"), "echo made in advance >\"$1/made\"\n");
    }

    @AfterEach
    void remove_the_links() throws IOException {
        for (var link : List.of("image", "target")) {
            Files.delete(toyHome.resolve("sandbox-images").resolve(link));
        }
    }

    @Test
    void the_python_image_works() throws Exception {
        builder(HOME, BuildOptions.DEFAULT).ensure("python");

        var finding = check(HOME, "python");

        assertThat(finding.problem()).isEmpty();
        assertThat(finding.version()).startsWith("Python 3.13");
    }

    @Test
    void the_python_image_has_what_data_sets_import_and_little_else() throws Exception {
        var image = DockerImageName.parse(builder(HOME, BuildOptions.DEFAULT).ensure("python"));
        try (var container = new GenericContainer<>(image)) {
            container.withCreateContainerCmdModifier(
                    c -> c.withEntrypoint("sleep", "600").withNetworkDisabled(true));
            container.start();

            assertThat(container.execInContainer("id", "-u").getStdout()).isEqualTo("65534\n");
            assertThat(container
                            .execInContainer(
                                    "python3", "-c", "import numpy, scipy, pandas, sympy, networkx, sortedcontainers")
                            .getStderr())
                    .isEmpty();
            assertThat(container
                            .execInContainer(
                                    "sh", "-c", "find /var/lib/apt/lists /var/cache/apt /var/log -type f -size +0")
                            .getStdout())
                    .isEmpty();
            assertThat(container
                            .execInContainer("sh", "-c", "find /usr/share/man /usr/share/locale -type f")
                            .getStdout())
                    .isEmpty();
            assertThat(container
                            .execInContainer("cat", "/opt/grader/image/packages.list")
                            .getStdout())
                    .contains("python3-numpy\t");
        }
    }

    @Test
    void a_language_needs_a_folder_and_no_code() throws Exception {
        assertThatThrownBy(() -> check(toyHome, "toy"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("run `grader images build toy`");
        try {
            var reference = builder(toyHome, BuildOptions.DEFAULT).build("toy");

            assertThat(check(toyHome, "toy").version()).isEqualTo("toy 7");
            assertThat(store.find(new ImageRecipes(toyHome).language("toy"))).isPresent();
            assertThat(prepared(reference)).isEqualTo("made in advance\n");
            assertThat(labels(reference))
                    .containsEntry(
                            "dev.rlvr.grader.recipe",
                            new ImageRecipes(toyHome).language("toy").digest());
        } finally {
            removeToys();
        }
    }

    @Test
    void a_package_that_does_not_exist_is_named() throws Exception {
        toy("packages: [no-such-package]\nversion: [toy]\n");

        assertThatThrownBy(() -> builder(toyHome, BuildOptions.DEFAULT).build("toy"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("the image toy cannot be built", "Unable to locate package no-such-package");
    }

    @Test
    void an_image_that_does_not_work_is_found_out() throws Exception {
        toy("packages: []\nversion: [sh, -c, echo broken; exit 3]\n");
        try {
            builder(toyHome, BuildOptions.DEFAULT).build("toy");

            assertThat(check(toyHome, "toy").problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("Exited[code=3]", "broken"));
        } finally {
            removeToys();
        }
    }

    @Test
    void the_same_packages_give_the_same_layers() throws Exception {
        toy("packages: [lua5.4]\nprepare: make.sh\nversion: [lua5.4, -v]\n");
        var fresh = new BuildOptions(BuildOptions.Base.AUTO, true, Map.of());
        var base = store.find(new ImageRecipes(HOME).base());
        try {
            var first = layers(builder(toyHome, fresh).build("toy"));
            var second = layers(builder(toyHome, fresh).build("toy"));

            assertThat(second).isEqualTo(first).hasSizeGreaterThan(3);
        } finally {
            removeToys();
            base.ifPresent(this::tagAgain);
        }
    }

    private ImageBuilder builder(Path home, BuildOptions options) {
        return new ImageBuilder(engine, new ImageRecipes(home), options, (_, _, _, _) -> {});
    }

    private ImageCheck.Finding check(Path home, String name) throws InterruptedException {
        return new ImageCheck(new ImageRecipes(home), store).check(name, this::open);
    }

    private DockerSandbox open(String reference) throws InterruptedException {
        var settings = DockerSettings.under(HOME, BoxImages.only(reference), List.of());
        return DockerSandbox.open(engine, settings, 1, Optional.empty());
    }

    private static String prepared(String reference) throws IOException, InterruptedException {
        try (var container = sleeping(reference)) {
            return container
                    .execInContainer("cat", "/opt/grader/prepared/toy/made")
                    .getStdout();
        }
    }

    /** Without the agent, to look at files. */
    private static GenericContainer<?> sleeping(String reference) {
        var container = new GenericContainer<>(DockerImageName.parse(reference));
        container.withCreateContainerCmdModifier(
                c -> c.withEntrypoint("sleep", "600").withNetworkDisabled(true));
        container.start();
        return container;
    }

    private List<String> layers(String reference) {
        var rootFs = engine.ask(() -> engine.client().inspectImageCmd(reference).exec())
                .getRootFS();
        return rootFs == null ? List.of() : new ArrayList<>(rootFs.getLayers());
    }

    private Map<String, String> labels(String reference) {
        var config = engine.ask(() -> engine.client().inspectImageCmd(reference).exec())
                .getConfig();
        return config == null || config.getLabels() == null ? Map.of() : config.getLabels();
    }

    /** The images of languages stand on the base that was there: with another id below, none of their layers is found again. */
    private void tagAgain(ImageStore.Stored base) {
        for (var tag : List.of(base.tag(), ImageStore.LATEST)) {
            engine.ask(() -> engine.client()
                    .tagImageCmd(base.id(), "rlvr-grader/" + base.name(), tag)
                    .exec());
        }
    }

    private void removeToys() {
        for (var image : store.images()) {
            if (image.name().equals("toy")) {
                engine.ask(() -> engine.client()
                        .removeImageCmd(image.id())
                        .withForce(true)
                        .exec());
            }
        }
    }

    private Path toy() throws IOException {
        return Files.createDirectories(toyHome.resolve("sandbox-images/languages/toy"));
    }

    private void toy(String yaml) throws IOException {
        Files.writeString(toy().resolve("language.yaml"), "name: toy\n" + yaml);
    }
}
