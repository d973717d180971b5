package dev.rlvr.grader.sandbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import dev.rlvr.grader.sandbox.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against bytes written down by hand: the agent in C reads and writes the same ones. */
class FramesTest {

    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            ByteSize.mebibytes(16),
            new ByteSize(3),
            new ByteSize(4),
            new ByteSize(5),
            6,
            8,
            new ByteSize(7));

    /** cpu, wall, memory, output, disk, file size, stack (8 bytes each), processes, open files (4 each). */
    private static final String LIMITS_BYTES = "40420f0000000000 80841e0000000000 0000000100000000 0300000000000000"
            + "0400000000000000 0500000000000000 0700000000000000 06000000 08000000";

    /** Exited with 3; 1 s of CPU, 2 s of wall, 4096 bytes; traces 5 and 6; `out`, cut `err`, no report. */
    private static final String OUTCOME =
            "00 03000000 40420f0000000000 80841e0000000000 0010000000000000 05000000 06000000 07000000 02"
                    + "03000000 6f7574 03000000 657272 00000000";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Behind its header. */
    private static byte[] frame(String type, String payload) {
        var size = HexFormat.of().toHexDigits(Integer.reverseBytes(bytes(payload).length));
        return bytes(size + type + payload);
    }

    private static Message read(byte[] bytes) throws IOException {
        return Frames.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** No flag, no variable. */
    private static final String USUAL = "00 00000000";

    private static ProgramRun run(Runner runner, List<String> argv, SourceFile... files) {
        return new ProgramRun(runner, List.of(files), argv, new byte[] {1, 0, 2}, LIMITS);
    }

    @Test
    void a_case_is_one_frame() {
        var run = CaseRun.of("1", run(Runner.EXEC, List.of("ls", "é"), SourceFile.utf8("a.py", "x")));
        assertThat(Frames.encode(run))
                .isEqualTo(frame(
                        "01",
                        "01000000 00" + LIMITS_BYTES
                                + "02000000 02000000 6c73 02000000 c3a9"
                                + "01000000 04000000 612e7079 01000000 78"
                                + "03000000 010002" + USUAL));
    }

    @Test
    void what_is_around_a_program_comes_last() {
        var plain = run(Runner.TELL, List.of("x"));
        var around = new Surroundings(List.of("A=b"), false);
        var run = new ProgramRun(Runner.TELL, plain.files(), plain.argv(), plain.stdin(), LIMITS, around);
        assertThat(Frames.encode(CaseRun.of("1", run))).endsWith(bytes("03000000 010002 03 01000000 03000000 413d62"));
    }

    @Test
    void a_driver_of_a_call_has_a_report_and_a_plain_input() {
        var run = CaseRun.of("1", run(Runner.CALL, List.of("x")));
        assertThat(Frames.encode(run)).endsWith(bytes("03000000 010002 04 00000000"));
    }

    @Test
    void a_build_is_one_frame() {
        var build = new BuildRun(run(Runner.EXEC, List.of("a")), true, new ByteSize(9));
        assertThat(Frames.encode(build))
                .isEqualTo(frame(
                        "05",
                        "01 0900000000000000 00" + LIMITS_BYTES + "01000000 01000000 61 00000000 03000000 010002"
                                + USUAL));
    }

    @Test
    void an_artefact_goes_back_as_it_came() throws IOException {
        assertThat(read(frame("15", "01000000" + OUTCOME + "02000000 0908")))
                .isInstanceOfSatisfying(Message.Built.class, built -> {
                    assertExited3(built.outcome());
                    assertThat(Frames.artefact(built.artefact())).isEqualTo(frame("06", "0908"));
                });
    }

    @Test
    void a_judged_pair_is_one_frame_with_the_candidate_first() {
        var pair = CaseRun.judged("1", run(Runner.CANDIDATE, List.of()), run(Runner.JUDGE, List.of()));
        var rest = LIMITS_BYTES + "00000000 00000000 03000000 010002" + USUAL;
        assertThat(Frames.encode(pair)).isEqualTo(frame("01", "02000000 03" + rest + "04" + rest));
    }

    @ParameterizedTest
    @CsvSource({"EXEC,0", "SCRIPT,1", "FUNCTION,2", "CANDIDATE,3", "JUDGE,4"})
    void every_runner_has_its_number(Runner runner, byte number) {
        assertThat(Frames.encode(CaseRun.of("1", run(runner, List.of("a"))))[9]).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4095, 4096, 4097, 5 << 20})
    void contents_of_any_size_arrive_whole(int size) {
        var content = new byte[size];
        Arrays.fill(content, (byte) 7);
        var frame = Frames.encode(CaseRun.of("1", run(Runner.SCRIPT, List.of(), new SourceFile("a", content))));
        var empty = Frames.encode(CaseRun.of("1", run(Runner.SCRIPT, List.of(), SourceFile.utf8("a", ""))));
        assertThat(frame).hasSize(empty.length + size).endsWith(bytes("03000000 010002" + USUAL));
        var start = frame.length - size - 7 - bytes(USUAL).length;
        assertThat(Arrays.copyOfRange(frame, start, start + size)).isEqualTo(content);
    }

    @Test
    void a_reset_has_no_payload() {
        assertThat(Frames.reset()).isEqualTo(bytes("00000000 02"));
    }

    @ParameterizedTest
    @CsvSource({"01,UID", "02,NAMESPACES"})
    void a_greeting_tells_what_the_agent_offers(String level, Isolation isolation) throws IOException {
        assertThat(read(frame("10", "01000000" + level + "02 05 00"))).isEqualTo(new Message.Hello(1, isolation, 2, 5));
    }

    @Test
    void a_result_tells_how_one_program_went() throws IOException {
        assertThat(read(frame("11", "01000000" + OUTCOME))).isInstanceOfSatisfying(Message.Result.class, result -> {
            assertThat(result.outcome().judge()).isEmpty();
            assertExited3(result.outcome().candidate());
        });
    }

    @Test
    void a_result_tells_how_both_programs_of_a_pair_went() throws IOException {
        assertThat(read(frame("11", "02000000" + OUTCOME + OUTCOME)))
                .isInstanceOfSatisfying(
                        Message.Result.class,
                        result -> assertExited3(result.outcome().judge().orElseThrow()));
    }

    private static void assertExited3(RunOutcome run) {
        assertThat(run.ending()).isEqualTo(new Ending.Exited(3));
        assertThat(run.usage().cpu()).isEqualTo(Duration.ofSeconds(1));
        assertThat(run.usage().wall()).isEqualTo(Duration.ofSeconds(2));
        assertThat(run.usage().memory()).isEqualTo(ByteSize.kibibytes(4));
        assertThat(run.traces()).isEqualTo(new Traces(5, 6, 7));
        assertThat(run.stdout().text()).isEqualTo("out");
        assertThat(run.stdout().cut()).isFalse();
        assertThat(run.stderr().text()).isEqualTo("err");
        assertThat(run.stderr().cut()).isTrue();
        assertThat(run.report().bytes()).isEmpty();
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("00 89000000", new Ending.Exited(137)),
                Arguments.of("01 09000000", new Ending.Signalled(9)),
                Arguments.of("02 00000000", new Ending.LimitExceeded(Resource.CPU)),
                Arguments.of("02 01000000", new Ending.LimitExceeded(Resource.WALL)),
                Arguments.of("02 02000000", new Ending.LimitExceeded(Resource.MEMORY)),
                Arguments.of("02 03000000", new Ending.LimitExceeded(Resource.OUTPUT)),
                Arguments.of("03 00000000", new Ending.Stopped()));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void every_ending_has_its_number(String hex, Ending ending) throws IOException {
        var rest = OUTCOME.substring("00 03000000".length());
        assertThat(read(frame("11", "01000000" + hex + rest)))
                .isInstanceOfSatisfying(
                        Message.Result.class,
                        result -> assertThat(result.outcome().candidate().ending())
                                .isEqualTo(ending));
    }

    @Test
    void an_error_carries_its_reason() throws IOException {
        assertThat(read(frame("13", "02000000 6e6f"))).isEqualTo(new Message.Failed("no"));
    }

    @Test
    void a_clean_box_says_so() throws IOException {
        assertThat(read(frame("12", ""))).isEqualTo(new Message.Clean());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            63 | ''                     | an unknown type
            01 | ''                     | a frame that only we send
            10 | 01000000 02            | a greeting that is too short
            10 | 01000000 00 02 05 00   | level 0
            10 | 01000000 03 02 05 00   | level 3
            13 | 05000000 6e6f          | a text shorter than its length
            13 | ffffffff 6e6f          | a text with a negative length
            11 | 01000000 00            | a result that ends early
            11 | 00000000 OUTCOME       | a result of no program
            11 | 03000000 OUTCOME       | a result of three programs
            11 | 02000000 OUTCOME       | a pair with one result
            11 | 01000000 OUTCOME 00    | bytes after the result
            11 | 01000000 04 00000000 0000000000000000 0000000000000000 0000000000000000 00000000 00000000 00 00000000 00000000 00000000 | an unknown ending
            11 | 01000000 02 04000000 0000000000000000 0000000000000000 0000000000000000 00000000 00000000 00 00000000 00000000 00000000 | an unknown resource
            11 | 01000000 00 00000000 0000000000000000 0000000000000000 00000000000000ff 00000000 00000000 00 00000000 00000000 00000000 | a negative size
            11 | 01000000 00 00000000 00000000000000ff 0000000000000000 0000000000000000 00000000 00000000 00 00000000 00000000 00000000 | a negative time
            """)
    void a_malformed_frame_is_refused(String type, String payload, String what) {
        assertThatThrownBy(() -> read(frame(type, payload.replace("OUTCOME", OUTCOME))))
                .as(what)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(EOFException.class)
                .hasMessageStartingWith("the agent sent a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01000040", "ffffffff", "00000080"})
    void a_frame_of_absurd_size_is_refused_before_memory_is_taken(String size) {
        assertThatThrownBy(() -> read(bytes(size + "11")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the agent announced a frame of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000000", "05000000 11 0000"})
    void an_end_in_the_middle_means_that_the_agent_is_gone(String hex) {
        assertThatThrownBy(() -> read(bytes(hex)))
                .isInstanceOf(EOFException.class)
                .hasMessage("the agent is gone");
    }
}
