package dev.rlvr.grader.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Which sources an image was made from, for its labels. */
public final class Revision {

    private Revision() {}

    /**
     * The labels of the Open Containers Initiative.
     *
     * @param home the installation; its revision is known when it is a clone
     * @param version of the grader
     */
    public static Map<String, String> labels(Path home, String version) throws InterruptedException {
        var labels = new TreeMap<String, String>();
        labels.put("org.opencontainers.image.version", version);
        var commit = git(home, "rev-parse", "HEAD");
        if (!commit.isEmpty()) {
            var changed =
                    !git(home, "status", "--porcelain", "--", "sandbox-images").isEmpty();
            labels.put("org.opencontainers.image.revision", commit + (changed ? "-changed" : ""));
        }
        return labels;
    }

    private static String git(Path home, String... arguments) throws InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of("git", "-C", home.toString()));
        command.addAll(java.util.List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.strip() : "";
        } catch (IOException _) {
            return ""; // no git, no revision: it is a label, not a part of the image
        }
    }
}
