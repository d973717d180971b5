package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Info;
import com.sun.net.httpserver.HttpServer;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers like engines that are not installed here, older and newer ones and broken ones. */
class DockerEngineTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String version = version("1.41", "1.12");
    private int status = 200;
    private String body = "{}";

    @AutoClose
    private final Server server = new Server();

    @BeforeEach
    void start() {
        server.http.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var greeting = path.equals("/version");
            var bytes = (greeting ? version : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(greeting ? 200 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.http.start();
    }

    @ParameterizedTest
    @CsvSource({
        "1.41, 1.12, 1.41", // Docker 20.10
        "1.43, 1.24, 1.43",
        "1.44, 1.24, 1.44",
        "1.51, 1.24, 1.44", // newer than docker-java knows
        "1.60, 1.50, 1.50", // and so new that it refuses what docker-java knows
        "1.41, '', 1.41", // Podman names no lower bound
    })
    void engine_and_grader_agree_on_a_version_of_the_api(String newest, String oldest, String agreed) {
        version = version(newest, oldest);
        try (var engine = connect()) {
            engine.ask(() -> engine.client().infoCmd().exec());

            assertThat(asked).containsExactly("/version", "/v" + agreed + "/info");
            assertThat(engine.describe())
                    .startsWith("Docker 20.10.24 at tcp://")
                    .endsWith("(API " + agreed + ")");
        }
    }

    @Test
    void podman_is_called_by_its_name() {
        version = version("1.41", "1.24")
                .replace("{\"Version\"", "{\"Components\":[{\"Name\":\"Podman Engine\"}],\"Version\"");
        try (var engine = connect()) {
            assertThat(engine.describe()).startsWith("Podman ");
        }
    }

    @Test
    void an_engine_without_the_request_to_resize_is_known_by_its_answer() {
        status = 404;
        body = "{\"message\":\"No such container: rlvr-grader-none\"}";
        try (var engine = connect()) {
            assertThat(engine.resizes(new Info())).isTrue();
            body = "Not Found";
            assertThat(engine.resizes(new Info())).isFalse();
        }
    }

    @Test
    void a_rootless_engine_without_control_groups_has_nothing_to_resize() {
        status = 404;
        body = "{\"message\":\"No such container: rlvr-grader-none\"}";
        try (var engine = connect()) {
            assertThat(engine.resizes(new Info().withCGroupDriver("none"))).isFalse();
        }
    }

    @Test
    void an_engine_that_is_too_old_is_refused() {
        version = version("1.39", "1.12");

        assertThatThrownBy(this::connect).hasMessageContainingAll("speaks API 1.39", "1.40 is needed", "update it");
    }

    @Test
    void something_else_than_an_engine_is_noticed() {
        version = "{\"hello\":\"world\"}";

        assertThatThrownBy(this::connect)
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("Docker or Podman?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|No such image: rlvr-grader/python:1|the image rlvr-grader/python:1 is missing: run `grader images build python`",
                "404|x: image not known|refused: x: image not known",
                "404|No such container: abc|refused: No such container: abc",
                "500|write /var/lib/x: no space left on device|free space, for example with `docker system prune`",
                "409|Conflict. The name is in use|refused: Conflict. The name is in use",
            })
    void what_an_engine_refuses_is_one_sentence(int code, String said, String sentence) {
        status = code;
        body = "{\"message\":\"" + said + "\"}\n";
        try (var engine = connect()) {
            assertThatThrownBy(() -> engine.ask(
                            () -> engine.client().inspectImageCmd("some").exec()))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining(sentence)
                    .hasMessageNotContainingAny("Status ", "{", "\n");
        }
    }

    @Test
    void an_engine_that_does_not_attach_a_container_says_why() {
        status = 409;
        body =
                "{\"cause\":\"OCI permission denied\",\"message\":\"preparing container abc for attach: setting rlimit: OCI"
                        + " permission denied\",\"response\":409}";
        try (var engine = connect()) {
            assertThatThrownBy(() -> engine.ask(() -> AttachedStream.open(engine, "abc")))
                    .isInstanceOfSatisfying(
                            SandboxException.class,
                            e -> assertThat(e.retryable()).isFalse())
                    .hasMessageEndingWith(
                            "refused: preparing container abc for attach: setting rlimit: OCI permission denied");
        }
    }

    @Test
    void an_engine_that_is_down_may_come_back() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> DockerEngine.connect(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + port)))
                .isInstanceOfSatisfying(
                        SandboxException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContainingAll("no engine answers at tcp://127.0.0.1:" + port, "systemctl start docker");
    }

    @Test
    void a_socket_that_nobody_listens_at_is_named(@TempDir Path folder) throws IOException {
        var socket = folder.resolve("docker.sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }

        assertThatThrownBy(() -> DockerEngine.connect(Map.of("DOCKER_HOST", "unix://" + socket)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("no engine answers at unix://" + socket, "start it");
    }

    private DockerEngine connect() {
        return DockerEngine.connect(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + server.port()));
    }

    private static String version(String newest, String oldest) {
        return "{\"Version\":\"20.10.24\",\"ApiVersion\":\"" + newest + "\""
                + (oldest.isEmpty() ? "" : ",\"MinAPIVersion\":\"" + oldest + "\"") + "}";
    }

    private static final class Server implements AutoCloseable {
        private final HttpServer http;

        Server() {
            try {
                http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        int port() {
            return http.getAddress().getPort();
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
