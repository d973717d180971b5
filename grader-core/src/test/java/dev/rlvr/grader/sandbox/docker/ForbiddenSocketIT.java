package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user who is not in the group `docker` hears so. */
@Timeout(60)
class ForbiddenSocketIT {

    @TempDir
    private Path folder = Path.of("");

    /** Says what becomes of a connection. */
    static final class Client {
        private Client() {}

        public static void main(String[] args) {
            try (var engine = DockerEngine.connect(Map.of("DOCKER_HOST", args[0]))) {
                System.out.println("connected to " + engine.describe());
            } catch (SandboxException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** Root may use any socket, unless the right to that is taken away. */
    private String connect(Path socket) throws IOException {
        var command = new ArrayList<String>();
        if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
            var without = "-dac_override,-dac_read_search";
            command.addAll(List.of("setpriv", "--bounding-set=" + without, "--inh-caps=" + without));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Client.class.getName(),
                "unix://" + socket));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_socket_that_this_user_may_not_use_is_named_with_what_to_do() throws IOException {
        var socket = folder.resolve("docker.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));

            assertThat(connect(socket))
                    .startsWith("this user may not use the engine at unix://" + socket + ": add the user to the group")
                    .contains("usermod -aG docker");
        }
    }
}
