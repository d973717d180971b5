package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine elsewhere: {@code DOCKER_HOST=tcp://...} with {@code DOCKER_TLS_VERIFY}, attached streams included. */
@Tag("docker")
@Timeout(120)
class TlsEngineIT {

    @TempDir
    private Path folder = Path.of("");

    private final Certificates certificates = new Certificates();

    @AutoClose
    private final TlsProxy proxy = new TlsProxy(certificates.server(), EngineAddress.find(System.getenv()));

    TlsEngineIT() throws Exception {}

    private DockerEngine connect(Path client) {
        return DockerEngine.connect(Map.of(
                "DOCKER_HOST",
                "tcp://127.0.0.1:" + proxy.port(),
                "DOCKER_TLS_VERIFY",
                "1",
                "DOCKER_CERT_PATH",
                client.toString()));
    }

    @Test
    void programs_run_on_an_engine_that_is_reached_by_tls() throws Exception {
        try (var engine = connect(certificates.client(folder.resolve("client")))) {
            assertThat(engine.describe()).contains("tcp://127.0.0.1:" + proxy.port() + " (TLS)");
            try (var sandbox = Engines.open(engine, 1, Isolation.NAMESPACES)) {
                var large = Programs.script("large", "print('x' * (3 << 20), len(input()))");
                assertThat(Programs.run(sandbox, Programs.script("1", "print(6 * 7)"))
                                .stdout()
                                .text())
                        .isEqualTo("42\n");
                assertThat(Programs.outcomes(sandbox, large)).hasSize(1);
            }
            assertThat(Containers.ofThisProcess(engine)).isEmpty();
        }
        assertThat(proxy.accepted()).isPositive();
    }

    @Test
    void who_has_no_certificate_of_the_engines_authority_is_told_what_did_not_fit() throws Exception {
        var stranger = new Certificates().client(folder.resolve("stranger"));

        assertThatThrownBy(() -> connect(stranger))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("tcp://127.0.0.1:" + proxy.port() + " (TLS)", "certificate");
        assertThat(proxy.accepted()).isZero();
    }

    @Test
    void a_folder_without_certificates_is_named() {
        assertThatThrownBy(() -> connect(folder))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("certificate", folder.toString());
    }
}
