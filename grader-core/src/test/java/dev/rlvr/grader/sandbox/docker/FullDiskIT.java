package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.images.BuildOptions;
import dev.rlvr.grader.images.ImageBuilder;
import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine whose disk is full says so in many ways; whoever runs the grader hears it in one. */
@Tag("docker")
@Timeout(180)
class FullDiskIT {

    private static final Optional<ByteSize> SMALL = Optional.of(ByteSize.mebibytes(300));

    /** The smallest that there is. */
    private static String image() throws InterruptedException {
        try (var engine = Engines.here()) {
            return new ImageBuilder(engine, new ImageRecipes(Engines.HOME), BuildOptions.DEFAULT, (_, _, _, _) -> {})
                    .ensure("bash");
        }
    }

    @Test
    void a_full_disk_is_named_with_what_to_do() throws Exception {
        var image = image();
        try (var daemon = new OwnDaemon(SMALL);
                var engine = DockerEngine.connect(daemon.address())) {
            daemon.copyImage(image);
            fill(daemon);

            var settings = DockerSettings.under(Engines.HOME, BoxImages.only(image), List.of());
            assertThatThrownBy(() -> DockerSandbox.open(engine, settings, 1, Optional.empty()))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("the disk of the engine at " + daemon.address() + " is full: free space");
        }
    }

    private static void fill(OwnDaemon daemon) throws IOException {
        try (OutputStream out = Files.newOutputStream(daemon.data().resolve("filling"))) {
            var block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException _) {
            // It is full.
        }
    }
}
