package dev.rlvr.grader.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import dev.rlvr.grader.sandbox.remote.JobWire.Line;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobWireTest {

    private static RunOutcome outcome(Ending ending) {
        var bytes = new byte[] {0, -1, 10, 34, 92};
        return new RunOutcome(
                ending,
                new Output(bytes, true),
                Output.EMPTY,
                new Output(bytes, false),
                new Usage(Duration.ofNanos(1_234_567_000), Duration.ofDays(1), ByteSize.gibibytes(3)),
                new Traces(1, 2, 3));
    }

    static Stream<Line> lines() {
        var endings = Stream.of(
                new Ending.Exited(137),
                new Ending.Signalled(9),
                new Ending.LimitExceeded(Resource.WALL),
                new Ending.Stopped(),
                new Ending.BrokeSandbox());
        var cases = endings.map(outcome -> outcome(outcome))
                .map(outcome -> new CaseOutcome(outcome, Optional.of(outcome)))
                .<Line>map(outcome -> new Line.Case(3, outcome));
        return Stream.concat(
                cases,
                Stream.of(
                        new Line.Case(0, new CaseOutcome(outcome(new Ending.Exited(0)), Optional.empty())),
                        new Line.Build(outcome(new Ending.Exited(1))),
                        new Line.Done(),
                        new Line.Failed("no \n box")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_arrives_as_it_was_written_and_is_one_line(Line line) throws Exception {
        var written = JobWire.write(line);

        assertThat(JobWire.readLine(written)).isEqualTo(line);
        assertThat(new String(written, StandardCharsets.UTF_8)).matches("[^\n]*\n");
    }

    @Test
    void a_job_arrives_as_it_was_written() throws Exception {
        var job = new Job(
                "python",
                List.of(
                        Programs.script("1", "print('ü')"),
                        Programs.command("sh", "-c", "true"),
                        Programs.judged("def f(x): pass", "assert f(1)")));

        assertThat(JobWire.readJob(JobWire.write(job)))
                .usingRecursiveComparison()
                .isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"toolchain\":\"python\",\"cases\":[],\"new\":1}",
                "{\"toolchain\":\"python\",\"cases\":[]} {}",
                "{\"toolchain\":\"python\",\"cases\":[{\"id\":\"1\",\"candidate\":null,\"judge\":null}]}"
            })
    void what_is_not_understood_is_an_error(String json) {
        assertThatThrownBy(() -> JobWire.readJob(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JobWire.Malformed.class);
    }
}
