package dev.rlvr.grader.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteCatalogue;
import dev.rlvr.grader.verify.evidence.Gatherer.Effort;
import dev.rlvr.grader.verify.finding.Rule;
import dev.rlvr.grader.verify.strengthen.StrongerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weak suites are found weak whatever the language of their reference, and can be made stronger. */
class StrengthIT {

    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getProperty("grader.home"), "grader.home is not set"));

    /** Nothing shows on which side of the limits a number is that equals one of them. */
    private static final String PROGRAM = """
            {"suite":1,"id":"between","mode":"stdio","language":"%s","reference":"%s","scoring":{"type":"all_or_nothing"},
            "cases":[{"stdin":"5 1 9\\n","stdout":"in\\n"},{"stdin":"3 1 8\\n","stdout":"in\\n"},
            {"stdin":"0 1 9\\n","stdout":"out\\n"},{"stdin":"12 2 9\\n","stdout":"out\\n"}]}""".replace("\n", "");

    private static final String FUNCTION = """
            {"suite":1,"id":"count","mode":"function","entry_point":"above","reference":"%s",
            "cases":[{"args":[[1,7,9],5],"expected":2},{"args":[[4,2],6],"expected":0},{"args":[[8],3],"expected":1}]}""".replace("\n", "");

    private static final String CHECK = """
            {"task_id":"H/0","prompt":"def above(x):\\n","canonical_solution":"    return x > 4\\n","entry_point":"above",
            "test":"def check(candidate):\\n    assert candidate(1) == False\\n    assert candidate(9) == True\\n"}""".replace("\n", "");

    private static final String LEETCODE = """
            {"problem":"","solutions":"class Solution:\\n  def above(self, head: Optional[ListNode]) -> int:\\n    n = 0\\n    while head:\\n      n += head.val > 4\\n      head = head.next\\n    return n\\n",
            "tests":"def check(candidate):\\n  assert candidate(head = list_node([1, 9, 7])) == 2\\n\\n\\ncheck(Solution().above)\\n"}""".replace("\n", "");

    private static LocalSandbox sandbox;
    private static Verifier verifier;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = new LocalSandbox(Installation.under(HOME), 1, Optional.empty());
        verifier = new GraderBuilder(HOME).verifier(sandbox, new Effort(1, 12, true));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpp", "python"})
    void a_weak_suite_becomes_stronger(String language) throws IOException, InterruptedException {
        becomesStronger(String.format(PROGRAM, language, reference(language)));
    }

    @Tag("languages")
    @ParameterizedTest
    @ValueSource(strings = {"javascript", "java"})
    void a_weak_suite_in_any_language_becomes_stronger(String language) throws IOException, InterruptedException {
        becomesStronger(String.format(PROGRAM, language, reference(language)));
    }

    @Test
    void a_weak_suite_of_a_function_becomes_stronger() throws IOException, InterruptedException {
        becomesStronger(String.format(FUNCTION, "def above(xs, k):\\n    return len([x for x in xs if x > k])\\n"));
    }

    @Test
    void a_weak_row_of_test_code_becomes_stronger() throws IOException, InterruptedException {
        becomesStronger(CHECK);
    }

    @Test
    void a_weak_row_of_leetcode_s_kind_becomes_stronger() throws IOException, InterruptedException {
        becomesStronger(LEETCODE);
    }

    private void becomesStronger(String row) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("suites.jsonl"), row + "\n");
        var weak = verify(file);
        assertThat(weak.getFirst().findings()).anyMatch(finding -> finding.rule() == Rule.WEAK);
        assertThat(weak.getFirst().findings()).anyMatch(finding -> finding.rule() == Rule.PROPOSED);

        var copies = folder.resolve("copies");
        assertThat(new StrongerFiles(copies).write(weak))
                .singleElement()
                .asString()
                .contains("new test");

        var strong = verify(copies.resolve("suites.jsonl")).getFirst();
        assertThat(strong.findings()).noneMatch(finding -> finding.rule() == Rule.WEAK);
        assertThat(strong.strength().score()).isEqualTo(1);
        assertThat(strong.strength().killed())
                .isGreaterThan(weak.getFirst().strength().killed());
    }

    private static String reference(String language) {
        return switch (language) {
            case "cpp" ->
                "#include <cstdio>\\nint main() { int x, a, b; scanf(\\\"%d%d%d\\\", &x, &a, &b); puts(a <= x && x <= b ? \\\"in\\\" : \\\"out\\\"); }\\n";
            case "javascript" ->
                "const [x, a, b] = require('fs').readFileSync(0, 'utf8').split(' ').map(Number)\\nconsole.log(a <= x && x <= b ? 'in' : 'out')\\n";
            case "java" ->
                "import java.util.Scanner;\\npublic class Main { public static void main(String[] s) { var in = new Scanner(System.in); int x = in.nextInt(), a = in.nextInt(), b = in.nextInt(); System.out.println(a <= x && x <= b ? \\\"in\\\" : \\\"out\\\"); } }\\n";
            default -> "x, a, b = map(int, input().split())\\nprint('in' if a <= x <= b else 'out')\\n";
        };
    }

    private static List<SuiteReport> verify(Path path) throws InterruptedException {
        var entries = new ArrayList<SuiteCatalogue.Entry>();
        SuiteCatalogue.read(SuiteCatalogue.files(List.of(path)), entries::add);
        var reports = new ArrayList<SuiteReport>();
        for (var entry : entries) {
            reports.add(verifier.verify(entry));
        }
        return reports;
    }
}
