package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each job runs in a container of its toolchain's image, and all images share one bound of containers. */
@Tag("docker")
@Timeout(300)
class SeveralImagesIT {

    private static final int BOXES = 2;

    private final DockerEngine engine = Engines.here();

    @AfterEach
    void close_the_engine() {
        engine.close();
    }

    /** The image of Python under three names, as three images would be; and a toolchain that has none. */
    private BoxImages three(String image) {
        var repository = image.substring(0, image.indexOf(':'));
        var id = String.valueOf(
                engine.ask(() -> engine.client().inspectImageCmd(image).exec().getId()));
        return new BoxImages() {
            @Override
            public String of(String toolchain) {
                return switch (toolchain) {
                    case "one" -> image;
                    case "two" -> repository + ":latest";
                    case "three" -> id;
                    default -> throw new SandboxException("the image of " + toolchain + " is missing", false);
                };
            }

            @Override
            public String first() {
                return image;
            }
        };
    }

    private DockerSandbox open() throws InterruptedException {
        var python = Engines.settings(engine);
        var settings = new DockerSettings(three(python.images().first()), python.seccompProfile(), List.of());
        return DockerSandbox.open(engine, settings, BOXES, Optional.of(Isolation.NAMESPACES));
    }

    private static String run(DockerSandbox sandbox, String toolchain, String source) throws InterruptedException {
        var said = new ArrayList<String>();
        sandbox.execute(
                new Job(toolchain, List.of(Programs.script("1", source))),
                (_, outcome) -> said.add(outcome.candidate().stdout().text()));
        return said.getFirst();
    }

    private List<String> imagesInUse() {
        return engine
                .ask(() ->
                        engine.client().listContainersCmd().withShowAll(false).exec())
                .stream()
                .filter(container -> Containers.ofThisProcess(engine).contains(container.getId()))
                .map(container -> String.valueOf(container.getImage()))
                .toList();
    }

    @Test
    void a_job_runs_in_the_image_of_its_toolchain() throws Exception {
        try (var sandbox = open()) {
            assertThat(run(sandbox, "two", "print('two')")).isEqualTo("two\n");
            assertThat(imagesInUse()).anyMatch(image -> image.endsWith(":latest"));
        }
    }

    @Test
    void containers_of_other_images_give_way_so_that_there_are_never_more_than_asked_for() throws Exception {
        try (var sandbox = open();
                var threads = Executors.newFixedThreadPool(BOXES)) {
            var work = new ArrayList<Callable<String>>();
            for (var i = 0; i < 18; i++) {
                var job = i;
                work.add(() -> {
                    var answer = run(sandbox, List.of("one", "two", "three").get(job % 3), "print(" + job + ")");
                    assertThat(Containers.runningOfProcess(
                                    engine, ProcessHandle.current().pid()))
                            .hasSizeLessThanOrEqualTo(BOXES + 1 + BOXES); // as many may be on their way out
                    return answer;
                });
            }
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .isEqualTo(IntStream.range(0, 18).mapToObj(i -> i + "\n").toList());
        }
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
    }

    @Test
    void a_toolchain_without_an_image_is_named_and_the_others_go_on() throws Exception {
        try (var sandbox = open()) {
            assertThatThrownBy(() -> run(sandbox, "four", "print(4)"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("the image of four is missing");
            assertThat(run(sandbox, "one", "print(1)")).isEqualTo("1\n");
        }
    }
}
