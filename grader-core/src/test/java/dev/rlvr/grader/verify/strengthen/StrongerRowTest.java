package dev.rlvr.grader.verify.strengthen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StrongerRowTest {

    private static final Check PROGRAM = new Check.Stdio("5 6\n", "11\n");
    private static final Check CALL = new Check.Call("[[1,2],3]", "true");
    private static final Check CODE = new Check.Code("assert f(3) == 4", "");

    @Test
    void our_own_form_gets_a_case_in_its_last_group() {
        var row = """
                {"suite":1,"mode":"stdio","groups":[{"id":"a","cases":[{"stdin":"1 2","stdout":"3"}]},
                {"id":"b","cases":[{"stdin":"2 2","stdout":"4"}]}]}""";

        assertThat(stronger(row, PROGRAM).at("/groups/1/cases/1").toString())
                .isEqualTo("{\"id\":\"stronger-1\",\"stdin\":\"5 6\\n\",\"stdout\":\"11\\n\"}");
    }

    @Test
    void a_list_of_assertions_gets_one_more() {
        var row = "{\"task_id\":2,\"code\":\"def f(x): return x + 1\",\"test_list\":[\"assert f(1) == 2\"]}";

        assertThat(stronger(row, CODE).at("/test_list/1").stringValue()).isEqualTo("assert f(3) == 4");
    }

    @Test
    void check_gets_an_assertion_about_what_it_is_given() {
        var row = """
                {"task_id":"H/1","prompt":"def f(x):\\n","canonical_solution":"    return x + 1\\n","entry_point":"f",
                "test":"def check(candidate):\\n    assert candidate(1) == 2\\n\\n\\nMETADATA = {}\\n"}""";

        assertThat(stronger(row, CODE).path("test").stringValue())
                .isEqualTo(
                        "def check(candidate):\n    assert candidate(1) == 2\n    assert candidate(3) == 4\n\n\nMETADATA = {}\n");
    }

    @Test
    void check_of_a_method_gets_an_assertion_about_what_it_is_given() {
        var row = """
                {"task_id":"L/1","solutions":"class Solution:\\n    def f(self, head): return head\\n",
                "test":"def check(candidate):\\n    assert candidate(None) is None\\n\\n\\ncheck(Solution().f)\\n"}""";
        var code = new Check.Code("assert is_same_list(Solution().f(list_node([3])), list_node([3]))", "");

        assertThat(stronger(row, code).path("test").stringValue())
                .contains("\n    assert is_same_list(candidate(list_node([3])), list_node([3]))\n");
    }

    @Test
    void lists_side_by_side_both_grow_also_where_they_are_json_in_text() {
        var row = "{\"input_output\":\"{\\\"inputs\\\":[\\\"1 2\\\"],\\\"outputs\\\":[\\\"3\\\"]}\"}";

        var text = stronger(row, PROGRAM).path("input_output").stringValue();

        assertThat(text).isEqualTo("{\"inputs\":[\"1 2\",\"5 6\"],\"outputs\":[\"3\",\"11\"]}");
    }

    @Test
    void an_output_is_wrapped_where_outputs_are() {
        var row = "{\"fn_name\":\"f\",\"inputs\":[[[1],1],[[2],3]],\"outputs\":[[true],[false]]}";

        assertThat(stronger(row, CALL).at("/outputs/2").toString()).isEqualTo("[true]");
    }

    @Test
    void an_object_is_made_like_the_last_one() {
        var row =
                "{\"name\":\"f\",\"entry_point\":\"f\",\"testcases\":[{\"args\":[[1],1],\"expected\":true,\"kind\":\"x\"}]}";

        assertThat(stronger(row, CALL).at("/testcases/1").toString())
                .isEqualTo("{\"args\":[[1,2],3],\"expected\":true,\"kind\":\"x\"}");
    }

    @Test
    void a_row_that_nothing_can_be_added_to_is_left_alone() {
        var row = row("{\"entry_point\":\"f\",\"test\":\"def check(candidate):\\n    assert candidate(1) == 2\\n\"}");

        assertThat(StrongerRow.of(row, List.of(test(CALL)))).isEmpty();
    }

    private static ObjectNode stronger(String row, Check check) {
        return StrongerRow.of(row(row), List.of(test(check))).orElseThrow();
    }

    private static ObjectNode row(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private static TestCase test(Check check) {
        return new TestCase("stronger-1", "all", 1, check);
    }
}
