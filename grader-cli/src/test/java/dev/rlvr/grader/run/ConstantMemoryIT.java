package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.testing.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConstantMemoryIT {

    /** What pass@k may take for the 11,250 tasks that are new after the first tenth: 64 bytes each, and some slack. */
    private static final long GROWTH_KIBIBYTES = 2048;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(120)
    void a_hundred_thousand_samples_need_no_more_heap_than_ten_thousand() throws Exception {
        var rows = folder.resolve("rows.jsonl");
        var jvm = ChildJvm.start(List.of("-Xmx64m", "-XX:+UseSerialGC"), ManySamples.class, "100000", rows.toString());

        var output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).as(output).isZero();
        var used = output.lines().map(Long::parseLong).toList();
        assertThat(used).hasSize(2);
        assertThat(used.getLast()).isLessThan(used.getFirst() + GROWTH_KIBIBYTES);
        try (var lines = Files.lines(rows)) {
            assertThat(lines.count()).isEqualTo(100_000);
        }
    }
}
