package dev.rlvr.grader.sandbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a small agent of our own that runs nothing, answers 42 to every case, and dies of some. */
@Timeout(60)
class BreakingCasesTest {

    private static final String AGENT = """
            #!/usr/bin/python3
            import os, signal, struct, sys

            def say(kind, payload=b""):
                sys.stdout.buffer.write(struct.pack("<IB", len(payload), kind) + payload)
                sys.stdout.buffer.flush()

            say(16, struct.pack("<IBBBB", 3, 2, 0, 0, 0))
            killed_before = os.path.dirname(__file__) + "/killed"
            while header := sys.stdin.buffer.read(5):
                size, kind = struct.unpack("<IB", header)
                case = sys.stdin.buffer.read(size)
                if kind == 2:
                    say(18)
                    continue
                if b"BREAKS" in case or (b"print(6 * 7)" in case and os.path.exists(os.path.dirname(__file__) + "/ill")):
                    sys.exit("something broke")
                if b"CANNOT" in case:
                    say(19, struct.pack("<I", 6) + b"cannot")
                    continue
                two = struct.unpack_from("<I", case)[0] == 2
                if two:
                    deaths = open(killed_before, "a")
                    deaths.write("x")
                    deaths.close()
                    signal_of_judge = 0
                    if b"JUDGE CRASHES" in case:
                        signal_of_judge = 11
                    elif os.path.getsize(killed_before) < 6:
                        signal_of_judge = 9
                    ended = lambda n: struct.pack("<BIQQQIIIB", 1 if n else 0, n, 1, 1, 1, 0, 0, 0, 0) + struct.pack("<III", 0, 0, 0)
                    say(17, struct.pack("<I", 2) + ended(0) + ended(signal_of_judge))
                    continue
                if b"KILLED" in case:
                    kills = open(killed_before, "a")
                    kills.write("x")
                    kills.close()
                    if os.path.getsize(killed_before) < 6:
                        os.kill(os.getpid(), signal.SIGKILL)
                out = b"42\\n"
                say(17, struct.pack("<IBIQQQIIIBI", 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, len(out)) + out + struct.pack("<II", 0, 0))
            """;

    @TempDir
    Path folder;

    private LocalSandbox open(String agent) throws IOException, InterruptedException {
        var file = folder.resolve("agent");
        Files.writeString(file, agent);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        var installation = new Installation(
                file, folder, Path.of("/usr/bin/python3"), folder, folder.resolve("prepared"), List.of());
        return new LocalSandbox(installation, 1, Optional.empty());
    }

    private static List<CaseOutcome> outcomes(LocalSandbox sandbox, String middle) throws InterruptedException {
        return Programs.outcomes(
                sandbox, Programs.script("a", ""), Programs.script("b", middle), Programs.script("c", ""));
    }

    @Test
    void an_agent_of_another_release_is_named_as_such() {
        assertThatThrownBy(() ->
                        open(AGENT.replace("say(16, struct.pack(\"<IBBBB\", 3", "say(16, struct.pack(\"<IBBBB\", 2")))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("speaks version 2 of the protocol and this grader version 3: build");
    }

    @Test
    void a_case_that_breaks_two_boxes_while_a_harmless_program_runs_is_at_fault_itself() throws Exception {
        try (var sandbox = open(AGENT)) {
            assertThat(outcomes(sandbox, "BREAKS"))
                    .extracting(outcome -> outcome.candidate().ending())
                    .containsExactly(new Ending.Exited(0), new Ending.BrokeSandbox(), new Ending.Exited(0));
        }
    }

    @Test
    void what_the_agent_says_it_cannot_run_is_our_fault() throws Exception {
        try (var sandbox = open(AGENT)) {
            assertThatThrownBy(() -> outcomes(sandbox, "CANNOT"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("the sandbox cannot run case b: cannot");
        }
    }

    @Test
    void no_case_is_blamed_where_a_harmless_program_breaks_boxes_too() throws Exception {
        Files.createFile(folder.resolve("ill"));
        try (var sandbox = open(AGENT)) {
            assertThatThrownBy(() -> outcomes(sandbox, "BREAKS"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("the sandbox cannot run case b: ")
                    .hasMessageContaining("something broke");
        }
    }

    @Test
    void a_box_that_was_killed_from_outside_never_counts_against_the_case() throws Exception {
        try (var sandbox = open(AGENT)) {
            assertThat(outcomes(sandbox, "KILLED"))
                    .extracting(outcome -> outcome.candidate().ending())
                    .containsOnly(new Ending.Exited(0))
                    .hasSize(3);
        }
        assertThat(folder.resolve("killed")).hasContent("xxxxxx");
    }

    @Test
    void a_judge_that_was_killed_from_outside_is_run_again_until_it_says_something() throws Exception {
        try (var sandbox = open(AGENT)) {
            assertThat(judged(sandbox, "JUDGE IS KILLED")).isEqualTo(new Ending.Exited(0));
        }
        assertThat(folder.resolve("killed")).hasContent("xxxxxx");
    }

    @Test
    void a_judge_that_crashes_on_two_boxes_while_a_harmless_program_runs_is_reported_as_it_is() throws Exception {
        try (var sandbox = open(AGENT)) {
            assertThat(judged(sandbox, "JUDGE CRASHES")).isEqualTo(new Ending.Signalled(11));
        }
        assertThat(folder.resolve("killed")).hasContent("xx");
    }

    @Test
    void no_judge_is_blamed_on_its_case_where_a_harmless_program_breaks_boxes() throws Exception {
        Files.createFile(folder.resolve("ill"));
        try (var sandbox = open(AGENT)) {
            assertThatThrownBy(() -> judged(sandbox, "JUDGE CRASHES"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("the sandbox cannot run case judged: its judge was killed by signal 11");
        }
    }

    private static Ending judged(LocalSandbox sandbox, String tests) throws InterruptedException {
        return Programs.outcomes(sandbox, Programs.judged("", tests))
                .getFirst()
                .judge()
                .orElseThrow()
                .ending();
    }

    @Test
    void an_agent_that_does_not_start_is_reported_with_its_last_words() {
        assertThatThrownBy(() -> open("#!/bin/sh\necho no luck today >&2\nexit 3\n"))
                .isInstanceOf(SandboxException.class)
                .hasMessage("the agent did not start (exit code 3): no luck today");
    }
}
