package dev.rlvr.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Sandbox} that runs programs promises. */
public interface SandboxContract extends JobContract {

    Limits ONE_SECOND = Limits.DEFAULT.withTime(Duration.ofSeconds(1), Duration.ofSeconds(2));
    Limits SMALL = Limits.DEFAULT.withMemory(ByteSize.mebibytes(128));
    byte[] NO_INPUT = new byte[0];

    private RunOutcome python(String source) throws InterruptedException {
        return Programs.run(sandbox(), Programs.script("1", source));
    }

    private Ending ending(String source, Limits limits) throws InterruptedException {
        return Programs.run(sandbox(), Programs.script("1", source, NO_INPUT, limits))
                .ending();
    }

    private void still_works() throws InterruptedException {
        assertThat(python("print(6 * 7)").stdout().text()).isEqualTo("42\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 127, 137, 143, 255})
    default void an_exit_code_is_an_exit_and_never_a_kill(int code) throws InterruptedException {
        assertThat(python("raise SystemExit(" + code + ")").ending()).isEqualTo(new Ending.Exited(code));
    }

    @ParameterizedTest
    @CsvSource({"SIGKILL,9", "SIGSEGV,11", "SIGTERM,15", "SIGABRT,6"})
    default void a_signal_is_a_signal(String name, int number) throws InterruptedException {
        var source = "import os, signal\nos.kill(os.getpid(), signal." + name + ")";
        assertThat(python(source).ending()).isEqualTo(new Ending.Signalled(number));
    }

    @Test
    default void an_exception_is_exit_code_1_with_its_traceback() throws InterruptedException {
        var run = python("1 / 0");
        assertThat(run.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(run.stderr().text())
                .startsWith("Traceback (most recent call last):")
                .endsWith("ZeroDivisionError: division by zero\n");
    }

    @Test
    default void an_endless_loop_is_over_the_cpu_limit() throws InterruptedException {
        assertThat(ending("while True: pass", ONE_SECOND)).isEqualTo(new Ending.LimitExceeded(Resource.CPU));
    }

    @Test
    default void the_cpu_time_of_children_counts() throws InterruptedException {
        var source = """
                import os
                while True:
                    if os.fork() == 0:
                        x = 0
                        while x < 3_000_000: x += 1
                        os._exit(0)
                    os.wait()
                """;
        var patient = Limits.DEFAULT.withTime(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(ending(source, patient)).isEqualTo(new Ending.LimitExceeded(Resource.CPU));
    }

    @Test
    default void sleeping_is_over_the_wall_limit() throws InterruptedException {
        assertThat(ending("import time\ntime.sleep(60)", ONE_SECOND))
                .isEqualTo(new Ending.LimitExceeded(Resource.WALL));
    }

    @Test
    default void too_much_memory_is_over_the_memory_limit() throws InterruptedException {
        var source = "x = []\nwhile True: x.append(bytearray(b'x') * (4 << 20))";
        assertThat(ending(source, SMALL)).isEqualTo(new Ending.LimitExceeded(Resource.MEMORY));
    }

    @Test
    default void too_much_output_is_over_the_output_limit_and_was_cut() throws InterruptedException {
        var limits = Limits.DEFAULT.withOutput(ByteSize.mebibytes(1));
        var run = Programs.run(sandbox(), Programs.script("1", "while True: print('x' * 1000)", NO_INPUT, limits));
        assertThat(run.ending()).isEqualTo(new Ending.LimitExceeded(Resource.OUTPUT));
        assertThat(run.stdout().cut()).isTrue();
        assertThat(run.stdout().bytes()).hasSize(1 << 20);
    }

    @Test
    default void usage_is_measured() throws InterruptedException {
        var run = python("x = bytearray(b'x') * (64 << 20)\nn = 0\nwhile n < 2_000_000: n += 1");
        assertThat(run.usage().cpu()).isBetween(Duration.ofMillis(10), Duration.ofSeconds(10));
        assertThat(run.usage().wall()).isBetween(Duration.ofMillis(10), Duration.ofSeconds(20));
        // Without control groups it is sampled, less what the warm interpreter brought along.
        assertThat(run.usage().memory()).isBetween(ByteSize.mebibytes(56), ByteSize.mebibytes(128));
    }

    @Test
    default void a_child_that_fled_into_a_session_of_its_own_does_not_outlive_the_run() throws InterruptedException {
        var run = python("""
                import os, signal, time
                r, w = os.pipe()
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        signal.signal(signal.SIGTERM, signal.SIG_IGN)
                        os.write(w, b'x')
                        time.sleep(60)
                    os._exit(0)
                os.read(r, 1)
                """);
        assertThat(run.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(run.usage().wall()).isLessThan(Duration.ofSeconds(20));
        assertThat(run.traces().leftoverProcesses()).isPositive();
    }

    @Test
    default void a_program_sees_no_process_of_another() throws InterruptedException {
        python("import subprocess\nsubprocess.Popen(['sleep', '60'])");
        var seen = python("""
                import os
                for pid in filter(str.isdigit, os.listdir('/proc')):
                    try: print(open(f'/proc/{pid}/cmdline').read())
                    except OSError: pass
                """);
        assertThat(seen.stdout().text()).doesNotContain("sleep");
    }

    @Test
    default void files_are_gone_with_the_run() throws InterruptedException {
        var left = """
                import os, tempfile
                for folder in '.', tempfile.gettempdir(), '/tmp', '/dev/shm', '/var/tmp':
                    try: open(folder + '/left-behind', 'w').write('x')
                    except OSError: pass
                """;
        var looked = """
                import os, tempfile
                for folder in '.', tempfile.gettempdir(), '/tmp', '/dev/shm', '/var/tmp':
                    if os.path.exists(folder + '/left-behind'): print(folder)
                print(sorted(os.listdir('.')))
                """;
        var outcomes = Programs.outcomes(sandbox(), Programs.script("1", left), Programs.script("2", looked));
        assertThat(outcomes.getLast().candidate().stdout().text()).isEqualTo("['solution.py']\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 65_537, 5 << 20})
    default void bytes_go_in_and_come_out_intact(int size) throws InterruptedException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var echo = "import sys\nsys.stdout.buffer.write(sys.stdin.buffer.read())";
        var run = Programs.run(sandbox(), Programs.script("1", echo, bytes, Limits.DEFAULT));
        assertThat(run.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(run.stdout()).isEqualTo(new Output(bytes, false));
    }

    @Test
    default void large_cases_follow_each_other() throws InterruptedException {
        var echo = "import sys\nsys.stdout.write(str(len(sys.stdin.read())))";
        var input = "x".repeat(5 << 20).getBytes(StandardCharsets.US_ASCII);
        var run = Programs.script("1", echo, input, Limits.DEFAULT);
        assertThat(Programs.outcomes(sandbox(), run, run, run))
                .extracting(outcome -> outcome.candidate().stdout().text())
                .containsOnly("5242880")
                .hasSize(3);
    }

    @Test
    default void stdout_and_stderr_are_kept_apart() throws InterruptedException {
        var run = python("import sys\nprint('out')\nprint('err', file=sys.stderr)");
        assertThat(run.stdout().text()).isEqualTo("out\n");
        assertThat(run.stderr().text()).isEqualTo("err\n");
    }

    @Test
    default void a_script_is_the_main_program() throws InterruptedException {
        assertThat(python("import sys\nprint(__name__, sys.argv[1:])").stdout().text())
                .isEqualTo("__main__ []\n");
    }

    @Test
    default void there_is_no_network() throws InterruptedException {
        var run = python("""
                import socket
                for family in socket.AF_INET, socket.AF_INET6:
                    try:
                        s = socket.socket(family, socket.SOCK_DGRAM)
                        s.connect(('127.0.0.1' if family == socket.AF_INET else '::1', 53))
                        print('connected')
                    except OSError:
                        print('no')
                """);
        assertThat(run.stdout().text()).isEqualTo("no\nno\n");
    }

    @Test
    default void the_environment_is_ours() throws InterruptedException {
        assertThat(python("import os\nprint(sorted(k for k in os.environ if 'GRADER' in k or 'JAVA' in k))")
                        .stdout()
                        .text())
                .isEqualTo("[]\n");
    }

    @Test
    default void a_fork_bomb_is_contained_and_the_next_job_is_unaffected() throws InterruptedException {
        var bomb = """
                import os
                while True:
                    try: os.fork()
                    except OSError: pass
                """;
        var ending = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ending(bomb, ONE_SECOND));
        assertThat(ending).isInstanceOf(Ending.LimitExceeded.class);
        still_works();
    }

    @Test
    default void a_command_is_executed() throws InterruptedException {
        var run = Programs.run(sandbox(), Programs.command("sh", "-c", "echo $0 \"$1\"; exit 7", "a", "b c"));
        assertThat(run.ending()).isEqualTo(new Ending.Exited(7));
        assertThat(run.stdout().text()).isEqualTo("a b c\n");
    }

    @Test
    default void a_function_answers_on_the_report_channel_alone() throws InterruptedException {
        var run = Programs.run(
                sandbox(),
                Programs.call(
                        "def f(a, b):\n    print('noise')\n    return [a + b]", "{\"entry\":\"f\",\"args\":[1,2]}"));
        assertThat(run.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(run.report().text().strip()).isEqualTo("{\"ok\": [3]}");
    }

    @ParameterizedTest
    @CsvSource({"return x + 1,pass", "return x,fail", "raise SystemExit,error", "import os; os._exit(0),error"})
    default void a_judge_tests_a_candidate_in_another_process(String body, String result) throws InterruptedException {
        var outcome = Programs.outcomes(sandbox(), Programs.judged("def f(x): " + body, "assert f(1) == 2"))
                .getFirst();
        var judge = outcome.judge().orElseThrow();
        assertThat(judge.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(judge.report().text()).contains("\"result\"", "\"" + result + "\"");
    }

    @Test
    default void a_stopped_job_does_not_wait_for_the_case_after_the_last_one_wanted() throws InterruptedException {
        var minutes = Limits.DEFAULT.withTime(Duration.ofMinutes(5), Duration.ofMinutes(5));
        var endless = Programs.script("2", "while True: pass", NO_INPUT, minutes);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> sandbox()
                        .execute(new Job("python", List.of(Programs.script("1", ""), endless)), (_, _) -> false));
        still_works();
    }

    @Test
    default void an_interrupted_job_stops_at_once_and_the_next_one_is_unaffected() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var job = new Job(
                "python", List.of(Programs.script("1", ""), Programs.script("2", "import time\ntime.sleep(60)")));
        var worker = Thread.ofPlatform().start(() -> {
            try {
                sandbox().execute(job, (_, _) -> {
                    begun.countDown();
                    return true;
                });
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        begun.await();
        worker.interrupt();
        assertThat(worker.join(Duration.ofSeconds(5))).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        still_works();
    }
}
