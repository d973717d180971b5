package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestGroup;
import java.util.ArrayList;
import java.util.List;

/** What a {@link Shape} makes of a row. Complete only if no problem was reported. */
record Tests(Mode mode, List<TestCase> cases, CheckerSpec checker) {

    /** The group of suites that know no groups. */
    static final TestGroup ALL = new TestGroup("all", 1);

    Tests {
        cases = List.copyOf(cases);
    }

    static TestCase test(String id, TestCase.Check check) {
        return new TestCase(id, ALL.id(), 1, check);
    }

    /** Named 1, 2, 3 and so on. */
    static List<TestCase> numbered(List<? extends TestCase.Check> checks) {
        var cases = new ArrayList<TestCase>();
        for (var check : checks) {
            cases.add(test(String.valueOf(cases.size() + 1), check));
        }
        return cases;
    }
}
