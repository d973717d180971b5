package dev.rlvr.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.doctor.Finding.Health;
import dev.rlvr.grader.sandbox.local.Installation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real agent on this machine, and engines that are not there. */
class DoctorIT {

    private static final Path HOME = Path.of(System.getProperty("grader.home", ".."));

    @Test
    void the_walls_of_this_machine_stand() throws InterruptedException {
        assertThat(new LocalBackend(Installation.under(HOME)).look())
                .anySatisfy(finding -> assertThat(finding.subject()).isEqualTo("sandbox local"))
                .noneMatch(finding -> finding.health() == Health.FAIL);
    }

    @Test
    void an_engine_that_is_down_is_one_finding_with_what_to_do() throws InterruptedException {
        var findings = new DockerBackend(HOME, Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")).look();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.health()).isEqualTo(Health.CAUTION);
            assertThat(finding.what()).contains("no engine answers at tcp://127.0.0.1:1", "start it");
        });
    }

    @Test
    void without_an_agent_nothing_can_be_run() throws InterruptedException {
        var nowhere = Installation.under(Path.of("/nonexistent"));

        assertThat(new LocalBackend(nowhere).look())
                .filteredOn(finding -> finding.health() == Health.FAIL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("/nonexistent", "build it"));
    }
}
