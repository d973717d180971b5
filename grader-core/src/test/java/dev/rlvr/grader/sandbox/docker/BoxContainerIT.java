package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The container around a box: how closed it is, and that its limits never speak in place of the program's own. */
@Tag("docker")
class BoxContainerIT {

    private final DockerEngine engine = Engines.here();

    @AfterEach
    void close() {
        engine.close();
    }

    private HostConfig asked() {
        var container = Containers.ofThisProcess(engine).getFirst();
        var description =
                engine.ask(() -> engine.client().inspectContainerCmd(container).exec());
        return Objects.requireNonNull(description.getHostConfig());
    }

    @ParameterizedTest
    @EnumSource
    void it_is_closed(Isolation level) throws InterruptedException {
        try (var _ = Engines.open(engine, 1, level)) {
            var host = asked();
            assertThat(host.getNetworkMode()).isEqualTo("none");
            assertThat(host.getReadonlyRootfs()).isTrue();
            assertThat(host.getPrivileged()).isFalse();
            assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
            assertThat(host.getCapAdd())
                    .isSubsetOf(
                            Capability.SETUID,
                            Capability.SETGID,
                            Capability.KILL,
                            Capability.CHOWN,
                            Capability.DAC_OVERRIDE);
            assertThat(host.getSecurityOpts()).contains("no-new-privileges");
            assertThat(host.getBinds()).isNullOrEmpty();
            assertThat(host.getMemory()).isPositive();
            assertThat(host.getPidsLimit()).isPositive();
        }
    }

    @Test
    void in_namespaces_it_has_two_capabilities_and_our_seccomp_profile() throws InterruptedException {
        try (var _ = Engines.open(engine, 1, Isolation.NAMESPACES)) {
            var host = asked();
            assertThat(host.getCapAdd()).containsExactlyInAnyOrder(Capability.SETUID, Capability.SETGID);
            assertThat(host.getSecurityOpts()).anyMatch(option -> option.startsWith("seccomp={\"defaultAction\""));
        }
    }

    @RepeatedTest(3)
    void memory_taken_faster_than_anybody_looks_is_still_over_the_memory_limit() throws InterruptedException {
        try (var sandbox = Engines.open(engine, 1, Isolation.NAMESPACES)) {
            var limits = Limits.DEFAULT.withMemory(ByteSize.mebibytes(128));
            var grab = Programs.script("grab", "x = b'x' * (3 << 30)", new byte[0], limits);
            assertThat(Programs.run(sandbox, grab).ending()).isEqualTo(new Ending.LimitExceeded(Resource.MEMORY));
            assertThat(Programs.run(sandbox, Programs.script("next", "print(42)"))
                            .stdout()
                            .text())
                    .isEqualTo("42\n");
        }
    }

    @Test
    void it_grows_for_a_program_that_may_use_more_than_most() throws InterruptedException {
        try (var sandbox = Engines.open(engine, 1, Isolation.NAMESPACES)) {
            var limits = Limits.DEFAULT.withMemory(ByteSize.gibibytes(2));
            var large = Programs.script("large", "print(len(bytearray(b'x') * (1700 << 20)))", new byte[0], limits);
            assertThat(Programs.run(sandbox, large).ending()).isEqualTo(new Ending.Exited(0));
        }
    }

    @Test
    void it_grows_for_a_build_that_may_use_more_than_most() throws InterruptedException {
        try (var sandbox = Engines.open(engine, 1, Isolation.NAMESPACES)) {
            var command = List.of("python3", "-c", "open('made', 'wb').write(bytes(100 << 20)); b'x' * (1700 << 20)");
            var limits = Limits.DEFAULT
                    .withMemory(ByteSize.gibibytes(2))
                    .withDisk(ByteSize.mebibytes(200), ByteSize.mebibytes(200));
            var compiler = new ProgramRun(Runner.EXEC, List.of(), command, new byte[0], limits);
            var build = new BuildRun(compiler, false, ByteSize.mebibytes(128));
            var endings = new ArrayList<Ending>();
            var job = new Job("python", Optional.of(build), List.of(Programs.command("true")));
            sandbox.execute(job, new JobListener() {
                @Override
                public void buildFinished(RunOutcome outcome) {
                    endings.add(outcome.ending());
                }

                @Override
                public boolean caseFinished(int index, CaseOutcome outcome) {
                    return endings.add(outcome.candidate().ending());
                }
            });
            assertThat(endings).containsExactly(new Ending.Exited(0), new Ending.Exited(0));
        }
    }

    @Test
    void an_image_that_is_missing_is_reported_with_what_to_do() {
        var settings = DockerSettings.under(Engines.HOME, BoxImages.only("rlvr-grader/none:none"), List.of());
        assertThatThrownBy(() -> DockerSandbox.open(engine, settings, 1, Optional.empty()))
                .isInstanceOf(SandboxException.class)
                .hasMessage("the image rlvr-grader/none:none is missing: run `grader images build none`");
    }
}
