package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.sandbox.SandboxException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a container engine listens.
 *
 * @param host {@code unix:///path} or {@code tcp://host:port}
 * @param certificates folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, when the connection is TLS
 */
public record EngineAddress(URI host, Optional<Path> certificates) {

    /**
     * Finds the engine as the command {@code docker} does: {@code DOCKER_HOST}, then the usual sockets. A socket that may
     * be used comes before one that is forbidden, so that a user with a rootless engine need not set anything.
     *
     * @param environment the variables of the process
     * @throws SandboxException when there is none, with what to do
     */
    public static EngineAddress find(Map<String, String> environment) {
        return find(environment, Files::exists, Files::isWritable);
    }

    static EngineAddress find(Map<String, String> environment, Predicate<Path> exists, Predicate<Path> usable) {
        var wanted = environment.getOrDefault("DOCKER_HOST", "").strip();
        if (!wanted.isEmpty()) {
            return named(wanted, environment);
        }
        var sockets = sockets(environment);
        return sockets.stream()
                .filter(usable)
                .findFirst()
                .or(() -> sockets.stream().filter(exists).findFirst())
                .map(EngineAddress::unix)
                .orElseThrow(() -> new SandboxException(
                        "no container engine was found (DOCKER_HOST is not set, and there is no socket "
                                + String.join(
                                        ", ",
                                        sockets.stream().map(Path::toString).toList())
                                + "): start one, for example with `systemctl start docker`, or set DOCKER_HOST",
                        false));
    }

    private static EngineAddress unix(Path socket) {
        return new EngineAddress(URI.create("unix://" + socket), Optional.empty());
    }

    private static EngineAddress named(String host, Map<String, String> environment) {
        URI uri;
        try {
            uri = URI.create(host);
        } catch (IllegalArgumentException _) {
            throw unusable(host);
        }
        var scheme = String.valueOf(uri.getScheme());
        if (scheme.equals("unix") && uri.getPath() != null && !uri.getPath().isEmpty()) {
            return unix(Path.of(uri.getPath()));
        }
        if (!scheme.equals("tcp") || uri.getHost() == null || uri.getPort() < 0) {
            throw unusable(host);
        }
        var verify = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
        var folder = environment.get("DOCKER_CERT_PATH");
        var certificates =
                folder == null || folder.isEmpty() ? home(environment).resolve(".docker") : Path.of(folder);
        return new EngineAddress(uri, verify ? Optional.of(certificates) : Optional.empty());
    }

    private static SandboxException unusable(String host) {
        return new SandboxException(
                "DOCKER_HOST is `" + host
                        + "`: it must be unix:///path/of/socket or tcp://host:port; unset it to use the local engine",
                false);
    }

    private static List<Path> sockets(Map<String, String> environment) {
        var sockets = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
        var runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            sockets.add(Path.of(runtime, "docker.sock"));
        }
        sockets.add(home(environment).resolve(".docker/run/docker.sock"));
        if (!runtime.isEmpty()) {
            sockets.add(Path.of(runtime, "podman/podman.sock"));
        }
        sockets.add(Path.of("/run/podman/podman.sock"));
        return sockets;
    }

    private static Path home(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", "/"));
    }

    @Override
    public String toString() {
        return certificates.isPresent() ? host + " (TLS)" : host.toString();
    }
}
