package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a solution of a problem package is said to earn, test by test and in all.
 *
 * @param finals what it may earn in all: the verdict of the first test that it does not pass; empty if that is not said
 */
public record Expectation(List<Clause> clauses, Set<Verdict> finals) {

    /**
     * Of some tests.
     *
     * @param what the tests, for messages; empty for all
     * @param permitted what each of them may earn; empty for anything
     * @param required one of them must earn one of these; empty for nothing
     */
    public record Clause(String what, Predicate<String> tests, Set<Verdict> permitted, Set<Verdict> required) {
        public Clause {
            permitted = Set.copyOf(permitted);
            required = Set.copyOf(required);
        }
    }

    public Expectation {
        clauses = List.copyOf(clauses);
        finals = Set.copyOf(finals);
    }

    /** What of it does not hold; empty if all does. */
    public Optional<String> broken(List<CaseResult> results) {
        var kinds = results.stream()
                .filter(result -> result.verdict() != Verdict.SKIPPED)
                .map(result -> new Seen(result.id(), kind(result.verdict())))
                .toList();
        var inAll = kinds.stream()
                .map(Seen::verdict)
                .filter(verdict -> verdict != Verdict.ACCEPTED)
                .findFirst()
                .orElse(Verdict.ACCEPTED);
        if (!finals.isEmpty() && !finals.contains(inAll)) {
            return Optional.of("should get " + names(finals) + ", but gets " + inAll);
        }
        return clauses.stream()
                .flatMap(clause -> broken(clause, kinds).stream())
                .findFirst();
    }

    private record Seen(String test, Verdict verdict) {}

    private static Optional<String> broken(Clause clause, List<Seen> all) {
        var seen = all.stream().filter(one -> clause.tests().test(one.test())).toList();
        var where = clause.what().isEmpty() ? "" : " in " + clause.what();
        for (var one : seen) {
            if (!clause.permitted().isEmpty() && !clause.permitted().contains(one.verdict())) {
                return Optional.of("may get " + names(clause.permitted()) + where + ", but gets " + one.verdict()
                        + " in test " + one.test());
            }
        }
        var found = seen.stream().anyMatch(one -> clause.required().contains(one.verdict()));
        return clause.required().isEmpty() || found
                ? Optional.empty()
                : Optional.of("should get " + names(clause.required()) + " in some test" + where + ", but gets none");
    }

    /** For people: {@code RUNTIME_ERROR}, or {@code ACCEPTED or TIME_LIMIT, with TIME_LIMIT}. */
    @Override
    public String toString() {
        if (!finals.isEmpty()) {
            return names(finals);
        }
        return clauses.isEmpty()
                ? "anything"
                : clauses.stream().map(Expectation::words).collect(Collectors.joining("; "));
    }

    private static String words(Clause clause) {
        var permitted = clause.permitted().isEmpty() ? "anything" : names(clause.permitted());
        return (clause.what().isEmpty() ? "" : clause.what() + ": ")
                + permitted
                + (clause.required().isEmpty() ? "" : ", with " + names(clause.required()));
    }

    /** The format knows four verdicts: going over a limit of memory or output is an error of the run. */
    private static Verdict kind(Verdict verdict) {
        return switch (verdict) {
            case MEMORY_LIMIT, OUTPUT_LIMIT, FORBIDDEN, SANDBOX_CRASH -> Verdict.RUNTIME_ERROR;
            case PRESENTATION -> Verdict.WRONG_ANSWER;
            case ACCEPTED, WRONG_ANSWER, TIME_LIMIT, RUNTIME_ERROR, COMPILE_ERROR, NO_CODE, SKIPPED -> verdict;
        };
    }

    private static String names(Set<Verdict> verdicts) {
        return verdicts.stream().sorted().map(Verdict::name).collect(Collectors.joining(" or "));
    }
}
