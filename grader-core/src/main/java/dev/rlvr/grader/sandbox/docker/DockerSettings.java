package dev.rlvr.grader.sandbox.docker;

import java.nio.file.Path;
import java.util.List;

/**
 * What boxes are made of.
 *
 * @param seccompProfile the file that the build of the agent makes
 * @param shown files of toolchains that programs may read, besides {@code /usr} and its like; each image has some of them
 */
public record DockerSettings(BoxImages images, Path seccompProfile, List<String> shown) {

    public DockerSettings {
        shown = List.copyOf(shown);
    }

    /** @param home the installation */
    public static DockerSettings under(Path home, BoxImages images, List<String> shown) {
        return new DockerSettings(images, home.resolve("sandbox-images/target/agent/seccomp.json"), shown);
    }
}
