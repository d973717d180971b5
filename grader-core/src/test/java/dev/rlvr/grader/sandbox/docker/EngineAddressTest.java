package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {

    private static final Map<String, String> USER = Map.of("HOME", "/home/ann", "XDG_RUNTIME_DIR", "/run/user/1000");
    private static final Path SYSTEM = Path.of("/var/run/docker.sock");
    private static final Path ROOTLESS = Path.of("/run/user/1000/docker.sock");
    private static final Path PODMAN = Path.of("/run/user/1000/podman/podman.sock");

    @Test
    void the_variable_beats_every_socket() {
        var found = EngineAddress.find(Map.of("DOCKER_HOST", "unix:///some/where.sock"), _ -> true, _ -> true);

        assertThat(found).hasToString("unix:///some/where.sock");
    }

    @Test
    void the_sockets_are_looked_for_in_order() {
        assertThat(found(Set.of(SYSTEM, ROOTLESS, PODMAN), Set.of(SYSTEM, ROOTLESS, PODMAN)))
                .isEqualTo("unix:///var/run/docker.sock");
        assertThat(found(Set.of(PODMAN), Set.of(PODMAN))).isEqualTo("unix:///run/user/1000/podman/podman.sock");
    }

    @Test
    void a_rootless_engine_comes_before_one_that_is_forbidden() {
        assertThat(found(Set.of(SYSTEM, ROOTLESS), Set.of(ROOTLESS))).isEqualTo("unix:///run/user/1000/docker.sock");
    }

    @Test
    void one_that_is_forbidden_is_named_when_there_is_no_other() {
        assertThat(found(Set.of(SYSTEM), Set.of())).isEqualTo("unix:///var/run/docker.sock");
    }

    @Test
    void without_any_the_places_and_what_to_do_are_said() {
        assertThatThrownBy(() -> found(Set.of(), Set.of()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll(SYSTEM.toString(), PODMAN.toString(), "systemctl start docker", "DOCKER_HOST");
    }

    @Test
    void tls_is_used_when_it_is_asked_for() {
        var host = Map.of("DOCKER_HOST", "tcp://10.0.0.1:2376", "DOCKER_TLS_VERIFY", "1", "HOME", "/home/ann");

        assertThat(EngineAddress.find(host).certificates()).contains(Path.of("/home/ann/.docker"));
        assertThat(EngineAddress.find(with(host, "DOCKER_CERT_PATH", "/certs")).certificates())
                .contains(Path.of("/certs"));
        assertThat(EngineAddress.find(with(host, "DOCKER_TLS_VERIFY", "")).certificates())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "ssh://ann@host", "tcp://host", "unix://", "tcp://a b:1", "npipe:////./pipe/x"})
    void an_address_that_cannot_be_used_is_named(String host) {
        assertThatThrownBy(() -> EngineAddress.find(Map.of("DOCKER_HOST", host)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("`" + host + "`", "unix:///path/of/socket");
    }

    private static String found(Set<Path> existing, Set<Path> usable) {
        return EngineAddress.find(USER, existing::contains, usable::contains).toString();
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        var changed = new java.util.HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }
}
