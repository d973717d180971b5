package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.suite.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    @ParameterizedTest
    @MethodSource
    void every_failure_has_a_sentence_and_a_code(Throwable failure, String sentence, ExitCode code) {
        assertThat(Failures.sentence(failure)).isEqualTo(sentence);
        assertThat(Failures.codeOf(failure)).isEqualTo(code);
    }

    static Stream<Arguments> every_failure_has_a_sentence_and_a_code() {
        var missing = new NoSuchFileException("a.jsonl");
        return Stream.of(
                Arguments.of(missing, "a.jsonl: there is no such file", ExitCode.USAGE),
                Arguments.of(new UncheckedIOException(missing), "a.jsonl: there is no such file", ExitCode.USAGE),
                Arguments.of(new UncheckedIOException("cannot write", missing), "cannot write", ExitCode.USAGE),
                Arguments.of(new AccessDeniedException("a"), "a: permission denied", ExitCode.USAGE),
                Arguments.of(new IOException("disk full"), "disk full", ExitCode.USAGE),
                Arguments.of(new IllegalArgumentException("policy.json: no"), "policy.json: no", ExitCode.USAGE),
                Arguments.of(new SuiteException(List.of("a", "b")), "a\nb", ExitCode.DATA),
                Arguments.of(new SandboxException("no cc", false), "no cc", ExitCode.INFRASTRUCTURE),
                Arguments.of(
                        new IllegalStateException("oops"),
                        "the grader itself failed (java.lang.IllegalStateException: oops); --debug shows where",
                        ExitCode.INFRASTRUCTURE));
    }
}
