package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCountTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '', 0
                    '{}', 1
                    '{}\\n', 1
                    '{}\\n{}', 2
                    '\\n\\n{}\\r\\n  \\n{}\\n\\n', 2
                    '[{},\\n{}]', -1
                    '  \\n[{}]', -1
                    '\\037\\213{}\\n', -1
                    """)
    void rows_are_lines_that_are_not_empty(String content, long rows) throws Exception {
        var file = Files.writeString(folder.resolve("samples"), content.translateEscapes());

        assertThat(LineCount.of(file)).isEqualTo(rows);
    }

    @Test
    void a_device_has_no_length() {
        assertThat(LineCount.of(Path.of("/dev/null"))).isEqualTo(LineCount.UNKNOWN);
    }
}
