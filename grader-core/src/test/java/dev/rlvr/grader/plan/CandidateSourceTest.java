package dev.rlvr.grader.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Submission;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateSourceTest {

    private static final String PROMPT = """
            import math

            def helper(x):
                return x + 1

            def wanted(x):
                \"""Doubles.\"""
            """;
    private static final Mode WANTED = new Mode.Assert(Set.of("wanted"), "wanted");

    private static String assemble(Mode mode, String prompt, String setup, String code) {
        return CandidateSource.assemble(Planned.suite(mode, prompt, setup), setup, found(code, false));
    }

    private static Extraction.Found found(String code, boolean continuation) {
        return new Extraction.Found(new Submission("python", code), "test", continuation);
    }

    @Test
    void a_program_alone_is_left_as_it_is() {
        var code = "from __future__ import annotations\nprint(1)";
        assertThat(assemble(new Mode.Stdio(), "", "", code)).isEqualTo(code);
    }

    @Test
    void what_the_dataset_takes_for_granted_goes_in_front() {
        assertThat(assemble(new Mode.Stdio(), "", "import math\n\n\n", "print(math.pi)"))
                .isEqualTo("import math\n\n\nprint(math.pi)");
    }

    @Test
    void a_solution_of_its_own_gets_the_prompt_up_to_the_definition_asked_for() {
        assertThat(assemble(WANTED, PROMPT, "", "def wanted(x): return helper(x)\n"))
                .isEqualTo("import math\n\ndef helper(x):\n    return x + 1\n\n\ndef wanted(x): return helper(x)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"def wanted(x):\n", "async def wanted(x):\n", "class wanted:\n", "def  wanted (x):\n"})
    void every_kind_of_definition_ends_the_preamble(String definition) {
        assertThat(assemble(WANTED, "import os\n" + definition, "", "pass")).isEqualTo("import os\n\npass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"def wanted_too(x):\n", "Write a function wanted.\n", "    def wanted(self):\n"})
    void a_prompt_that_does_not_define_the_entry_point_gives_nothing(String prompt) {
        assertThat(assemble(WANTED, prompt, "", "pass")).isEqualTo("pass");
    }

    @Test
    void a_continuation_follows_the_prompt_without_a_gap() {
        var suite = Planned.suite(WANTED, PROMPT, "import os");
        assertThat(CandidateSource.assemble(suite, "import os", found("    return 2 * x\n", true)))
                .isEqualTo("import os\n\n" + PROMPT + "    return 2 * x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from __future__ import annotations\nprint(1)",
                "from __future__ import annotations  # so that it loads\nfrom __future__ import division\nprint(1)",
                "from __future__ import (\n    annotations,  # first (of two)\n    division,\n)\nprint(1)",
                "from __future__ import annotations, \\\n    division\nprint(1)",
                "from __future__ import annotations; import os\nfrom __future__ import division\nprint(1)",
            })
    void imports_from_the_future_stay_first_in_the_file(String code) {
        var source = assemble(new Mode.Stdio(), "", "import math", code);
        var setup = source.indexOf("import math");
        assertThat(source.substring(0, setup)).contains("annotations");
        assertThat(source.substring(setup))
                .doesNotContain("__future__", "division", "annotations")
                .contains("print(1)");
        assertThat(Planned.pythonCompiles(source)).as(source).isTrue();
    }
}
