package dev.rlvr.grader.sandbox.docker;

import java.nio.file.Path;

/**
 * What boxes are made of.
 *
 * @param image a reference, such as {@code rlvr-grader/python:0f3a5b7c9d1e}; its entry point is the agent
 * @param seccompProfile the file that the build of the agent makes
 */
public record DockerSettings(String image, Path seccompProfile) {

    /** @param home the installation */
    public static DockerSettings under(Path home, String image) {
        return new DockerSettings(image, home.resolve("sandbox-images/target/agent/seccomp.json"));
    }
}
