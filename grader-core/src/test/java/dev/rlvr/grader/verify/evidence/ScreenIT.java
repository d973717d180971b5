package dev.rlvr.grader.verify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.suite.SuiteEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which tests programs fail is told in one run for all of them, where it can be told. */
class ScreenIT {

    private static final String DOUBLE = "def double(x):\n    return x + x\n";
    private static final Limits LIMITS = Limits.DEFAULT.withCpu(Duration.ofMillis(200));

    @RegisterExtension
    private static final LocalBench LOCAL = new LocalBench();

    @TempDir
    Path folder;

    @Test
    void programs_are_told_by_the_tests_that_they_fail() throws IOException, InterruptedException {
        var entry = doubles();
        var ids = entry.suite().cases().stream().map(TestCase::id).toList();

        assertThat(screened(
                        entry,
                        DOUBLE,
                        DOUBLE,
                        "def double(x):\n    return x * x\n",
                        "def double(x):\n    return None\n",
                        "def double(x):\n    raise ValueError\n"))
                .containsExactly(
                        Optional.of(Set.of()),
                        Optional.of(Set.of(ids.get(1), ids.get(2))),
                        Optional.of(Set.copyOf(ids)),
                        Optional.of(Set.copyOf(ids)));
    }

    @Test
    void a_program_that_hangs_fails_the_first_test_and_harms_no_other() throws IOException, InterruptedException {
        var entry = doubles();
        var first = entry.suite().cases().getFirst().id();

        assertThat(screened(
                        entry,
                        DOUBLE,
                        "def double(x):\n    while True: pass\n",
                        "def double(x):\n    while True:\n        try: x += 1\n        except: pass\n",
                        "import sys\nsys.modules.clear()\ndef double(x):\n    return 2 * x\n",
                        DOUBLE))
                .satisfies(failures -> {
                    assertThat(failures.getFirst()).contains(Set.of(first));
                    assertThat(failures.get(1)).isNotEqualTo(Optional.of(Set.of()));
                    assertThat(failures.getLast()).contains(Set.of());
                });
    }

    @Test
    void nothing_is_known_of_a_program_that_does_not_compile_ends_the_process_or_takes_too_much_room()
            throws IOException, InterruptedException {
        assertThat(screened(
                        doubles(),
                        DOUBLE,
                        "def double(x)\n",
                        "import os\ndef double(x):\n    os._exit(0)\n",
                        "import sys\ndef double(x):\n    sys.exit(0)\n",
                        "def double(x):\n    return len(bytes(1 << 30)) * 0 + x + x\n"))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void nothing_is_known_where_the_reference_fails() throws IOException, InterruptedException {
        assertThat(screened(doubles(), "def double(x):\n    return x\n", DOUBLE))
                .containsExactly(Optional.empty());
    }

    /** As where a prompt brings the function that undoes what the candidate does. */
    @Test
    void what_the_suite_brings_goes_before_what_a_program_defines() throws IOException, InterruptedException {
        var entry = LocalBench.entry(folder, """
                {"task_id":"H/0","prompt":"def half(x):\\n    return x // 2\\n\\n\\ndef double(x):\\n",
                "canonical_solution":"    return x + x\\n","entry_point":"double",
                "test":"def check(candidate):\\n    assert candidate(half(6)) == 6\\n"}""".replace("\n", ""));
        var half = "def half(x):\n    return x // 2\n";

        assertThat(screened(entry, half + DOUBLE, half.replace("2", "3") + DOUBLE, half + DOUBLE.replace("x +", "1 +")))
                .containsExactly(
                        Optional.of(Set.of()),
                        Optional.of(Set.of(entry.suite().cases().getFirst().id())));
    }

    private SuiteEntry doubles() throws IOException {
        return LocalBench.entry(
                folder,
                "",
                DOUBLE,
                "assert double(2) == 4",
                "assert double(3) == 6",
                "assert double(0) == 0 and double(9) == 18");
    }

    private static List<Optional<Set<String>>> screened(SuiteEntry entry, String reference, String... programs)
            throws InterruptedException {
        return new Screen(LOCAL.bench).failures(entry.suite(), LocalBench.right(reference), List.of(programs), LIMITS);
    }
}
