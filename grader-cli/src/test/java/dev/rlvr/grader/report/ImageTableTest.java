package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.report.ImageTable.Built;
import dev.rlvr.grader.report.ImageTable.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageTableTest {

    @Test
    void every_image_is_a_line_that_says_what_to_do() {
        var table = new ImageTable(Ink.PLAIN, 100);
        table.add("cpp", built("0a1b", Duration.ofDays(3)), State.STALE);
        table.add("python", built("2c3d", Duration.ofMinutes(5)), State.FRESH);
        table.add("python", built("4e5f", Duration.ofDays(2)), State.OLD);
        table.add("rust", Optional.empty(), State.MISSING);

        assertThat(table.lines())
                .containsExactly(
                        "NAME    TAG   SIZE    BUILT       STATE",
                        "cpp     0a1b  431 MB  3 days ago  stale: run `grader images build cpp`",
                        "python  2c3d  431 MB  5 min ago   fresh",
                        "python  4e5f  431 MB  2 days ago  old: free it with `docker image rm rlvr-grader/python:4e5f`",
                        "rust                              missing: run `grader images build rust`");
    }

    private static Optional<Built> built(String tag, Duration ago) {
        return Optional.of(new Built(tag, new ByteSize(430_600_000), ago));
    }
}
