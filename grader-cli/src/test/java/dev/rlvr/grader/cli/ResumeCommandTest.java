package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {

    @Test
    void it_can_be_pasted_into_a_shell() {
        assertThat(ResumeCommand.of(List.of("grade", "my samples.jsonl", "--out", "it's.jsonl", "-j", "2")))
                .isEqualTo("grader grade 'my samples.jsonl' --out 'it'\\''s.jsonl' -j 2 --resume");
    }

    @Test
    void it_does_not_overwrite_what_it_goes_on_with() {
        assertThat(ResumeCommand.of(List.of("grade", "s", "--out=o", "--overwrite")))
                .isEqualTo("grader grade s --out=o --resume");
        assertThat(ResumeCommand.of(List.of("grade", "s", "--resume", "--out=o")))
                .isEqualTo("grader grade s --out=o --resume");
    }
}
