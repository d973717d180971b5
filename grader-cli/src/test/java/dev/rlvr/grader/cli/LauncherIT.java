package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./grader} on the build that this test is a part of. */
@Timeout(120)
class LauncherIT {

    private static final Path LAUNCHER = Path.of(System.getProperty("grader.home", ".."), "grader");

    @TempDir
    private Path folder = Path.of("");

    private Path link = Path.of("");

    @BeforeEach
    void link_to_it_from_a_folder_with_a_space() throws IOException {
        var bin = Files.createDirectory(folder.resolve("my programs"));
        link = Files.createSymbolicLink(bin.resolve("grader"), LAUNCHER.toRealPath());
    }

    @AfterEach
    void remove_the_link() throws IOException {
        Files.delete(link);
    }

    @Test
    void it_runs_from_anywhere_and_does_not_build_again() throws Exception {
        assertThat(launch(Map.of(), "--version")).isEqualTo("grader 0.1.0-SNAPSHOT\n");
    }

    @Test
    void file_names_arrive_whole_whatever_the_locale() throws Exception {
        for (var locale : List.of("", "C", "POSIX", "C.UTF-8")) {
            assertThat(launch(Map.of("LC_ALL", locale), "grade", "d\u00e9j\u00e0 vu.jsonl"))
                    .isEqualTo("grader: d\u00e9j\u00e0 vu.jsonl: there is no such file or folder of samples\n");
        }
    }

    private String launch(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(link.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
