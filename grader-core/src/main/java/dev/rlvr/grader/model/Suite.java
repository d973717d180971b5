package dev.rlvr.grader.model;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tests of one problem.
 *
 * @param id name for reports
 * @param language what the candidate must be written in
 * @param prompt code that the completion may continue (HumanEval); empty where there is none
 * @param setup code that belongs in front of the candidate, such as imports the dataset takes for granted
 * @param reference a solution known to be right, or empty; never enters a sandbox next to a candidate
 */
public record Suite(
        String id,
        String language,
        Mode mode,
        String prompt,
        String setup,
        String reference,
        List<TestGroup> groups,
        List<TestCase> cases,
        Limits limits,
        CheckerSpec checker,
        ScoringSpec scoring) {

    public Suite {
        groups = List.copyOf(groups);
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("suite " + id + " has no tests, so nothing could ever be wrong");
        }
        var ids = new HashSet<String>();
        for (var test : cases) {
            if (!ids.add(test.id())) {
                throw new IllegalArgumentException("suite " + id + " has two tests named " + test.id());
            }
        }
        var known = groups.stream().map(TestGroup::id).collect(Collectors.toSet());
        for (var test : cases) {
            if (!known.contains(test.group())) {
                throw new IllegalArgumentException("test " + test.id() + " names the unknown group " + test.group());
            }
        }
        for (var group : groups) {
            if (cases.stream().noneMatch(test -> test.group().equals(group.id()))) {
                throw new IllegalArgumentException("group " + group.id() + " has no tests");
            }
        }
    }

    /** The same tests under other limits. */
    public Suite withLimits(Limits other) {
        return new Suite(id, language, mode, prompt, setup, reference, groups, cases, other, checker, scoring);
    }

    /** Other tests of the same groups, or of some of them. */
    public Suite withCases(List<TestCase> others) {
        var named = others.stream().map(TestCase::group).collect(Collectors.toSet());
        var left = groups.stream().filter(group -> named.contains(group.id())).toList();
        return new Suite(id, language, mode, prompt, setup, reference, left, others, limits, checker, scoring);
    }
}
