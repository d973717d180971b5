package dev.rlvr.grader.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.language.LanguageFolder;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlannerTest {

    private static final Mode ASSERT = new Mode.Assert(Set.of("g", "f"), "f");

    @TempDir
    Path languages;

    @BeforeEach
    void write_a_prelude() throws IOException {
        Files.writeString(languages.resolve("prelude_nodes.py"), "class Node: pass  # \\$1\n");
        LanguageFolder.write(languages, "python", "warm: true");
        LanguageFolder.write(languages, "toy", "build: {argv: [build, \"{source}\"]}");
    }

    private Planner planner() {
        return new Planner(LanguageRegistry.load(languages), new Preludes(languages), new Random(1));
    }

    private CaseRun planned(Suite suite) {
        var found = new Extraction.Found(new Submission("python", "CODE"), "test", false);
        var planner = planner();
        return switch (planner.language(suite)) {
            case Planner.Support.Yes(var language) ->
                planner.plan(suite, language, found).cases().getFirst();
            case Planner.Support.No(var why) -> throw new IllegalArgumentException(why);
        };
    }

    private static String file(ProgramRun run, String name) {
        return run.files().stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static String stdin(ProgramRun run) {
        return new String(run.stdin(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void a_program_gets_its_input_and_nothing_that_is_expected() {
        var run = planned(Planned.suite(new Mode.Stdio(), "", "", new Check.Stdio("ünput", "expected")));
        assertThat(run.judge()).isEmpty();
        assertThat(run.candidate().runner()).isEqualTo(Runner.SCRIPT);
        assertThat(run.candidate().files()).containsExactly(SourceFile.utf8("solution.py", "CODE"));
        assertThat(stdin(run.candidate())).isEqualTo("ünput");
        assertThat(run.candidate().limits()).isEqualTo(Limits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1,[2.50,null],{\"a\":\"é\"}]", "[123456789012345678901234567890]"})
    void a_function_gets_its_name_and_the_arguments_as_they_are_written(String arguments) {
        var run = planned(Planned.suite(new Mode.Function("f"), "", "", new Check.Call(arguments, "9")));
        assertThat(run.judge()).isEmpty();
        assertThat(run.candidate().runner()).isEqualTo(Runner.FUNCTION);
        assertThat(stdin(run.candidate())).isEqualTo("{\"entry\":\"f\",\"args\":" + arguments + "}");
    }

    @Test
    void test_code_goes_to_the_judge_alone() {
        var run = planned(Planned.suite(ASSERT, "", "", new Check.Code("assert f() == 9", "test_it")));
        var judge = run.judge().orElseThrow();
        assertThat(run.candidate().runner()).isEqualTo(Runner.CANDIDATE);
        assertThat(run.candidate().files()).containsExactly(SourceFile.utf8("solution.py", "CODE"));
        assertThat(run.candidate().stdin()).isEmpty();
        assertThat(judge.runner()).isEqualTo(Runner.JUDGE);
        assertThat(file(judge, "tests.py")).isEqualTo("assert f() == 9");
        assertThat(judge.files()).extracting(SourceFile::name).doesNotContain("solution.py");
    }

    @Test
    void the_judge_is_told_what_to_run_and_what_it_may_call() {
        var run = planned(Planned.suite(ASSERT, "", "", new Check.Code("", "TestX.test_y")));
        var settings = json(file(run.judge().orElseThrow(), "judge.json"));
        assertThat(settings.get("test").stringValue()).isEqualTo("TestX.test_y");
        assertThat(settings.get("entry_point").stringValue()).isEqualTo("f");
        assertThat(settings.get("entry_points")).isEqualTo(json("[\"f\",\"g\"]"));
        assertThat(settings.get("modules").toString()).contains("\"solution\"", "\"candidate\"");
    }

    @Test
    void the_judge_knows_the_helpers_of_the_prompt() {
        var prompt = "def helper(): pass\n\ndef f():\n";
        var run = planned(Planned.suite(ASSERT, prompt, "import os", new Check.Code("", "")));
        assertThat(file(run.judge().orElseThrow(), "prelude.py")).isEqualTo("import os\n" + prompt);
    }

    @Test
    void the_judge_has_room_enough_to_outlast_its_candidate() {
        var run = planned(Planned.suite(ASSERT, "", "", new Check.Code("", "")));
        var judge = run.judge().orElseThrow().limits();
        assertThat(judge.cpu()).isGreaterThan(Limits.DEFAULT.cpu());
        assertThat(judge.wall()).isGreaterThan(Limits.DEFAULT.wall());
        assertThat(judge.memory()).isGreaterThan(Limits.DEFAULT.memory());
    }

    @Test
    void a_prelude_is_put_in_where_the_setup_asks_for_it() {
        var run = planned(Planned.suite(new Mode.Stdio(), "", "import os\n#grader:prelude nodes\nx = 1"));
        assertThat(file(run.candidate(), "solution.py"))
                .isEqualTo("import os\nclass Node: pass  # \\$1\n\nx = 1\n\n\nCODE");
    }

    @Test
    void a_prelude_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> planned(Planned.suite(new Mode.Stdio(), "", "#grader:prelude lost")))
                .isInstanceOf(UnknownPrelude.class)
                .hasMessageContaining("`lost`");
    }
}
