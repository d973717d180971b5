package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.docker.Containers;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.Engines;
import dev.rlvr.grader.suite.SuiteRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link CheatsIT}, in containers. An eighth of the programs at each level, all with {@code -Dgrader.hostile=full}. */
@Tag("docker")
class DockerCheatsIT {

    private static final int ONE_IN = 8;

    private static final List<Runnable> LAST = new ArrayList<>();

    @TestFactory
    Stream<DynamicContainer> each_program_gets_what_its_first_line_says() throws IOException, InterruptedException {
        var engine = Engines.here();
        var containers = new ArrayList<DynamicContainer>();
        for (var level : Isolation.values()) {
            var name = "docker/" + level.name().toLowerCase(Locale.ROOT);
            var results = new HostileTable.Column(name);
            var grading = new Grading(1, Engines.open(engine, 1, level), SuiteRepository.empty());
            // Other programs at each level, so that both together see more of them.
            var some = Cheats.some(ONE_IN, level == Isolation.UID ? 1 : 0);
            LAST.add(grading::close);
            if (Cheats.FULL) {
                LAST.add(results::save);
            }
            containers.add(DynamicContainer.dynamicContainer(name, Cheats.on(grading, some, results)));
        }
        LAST.add(() -> leavesNothing(engine));
        return containers.stream();
    }

    /** The container's own filter and the engine's leave this call to ours. */
    @ParameterizedTest
    @EnumSource
    void a_refused_call_is_counted_in_containers_too(Isolation level) throws Exception {
        var tests = Cheats.suites("limits").getFirst();
        var knocks = "import socket\ntry:\n    socket.socket()\nexcept OSError:\n    print(6)\n";
        try (var engine = Engines.here();
                var grading = new Grading(1, Engines.open(engine, 1, level), SuiteRepository.empty())) {
            var grade = grading.grade(tests.sample("knocks", knocks));
            assertThat(Grading.reward(grade)).as(Grading.describe(grade)).isEqualTo(1);
            assertThat(((Grade.Scored) grade).components()).contains(new Component("forbidden_syscalls", 1, false));
        }
    }

    private static void leavesNothing(DockerEngine engine) {
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
        engine.close();
    }

    @AfterAll
    static void stop() throws IOException {
        LAST.forEach(Runnable::run);
        HostileTable.writeIfAsked();
    }
}
