package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a solution of a problem package is said to earn, test by test and in all.
 *
 * @param finals what it may earn in all: the verdict of the first test that it does not pass; empty if that is not said
 */
public record Expectation(List<Clause> clauses, Set<Verdict> finals) {

    /** What compilers and linkers say whose files, or whose memory, are over what a build may have. */
    private static final Pattern TOO_LARGE = Pattern.compile(
            "File size limit exceeded|File too large|No space left on device|[Cc]annot allocate memory|memory exhausted|out of memory"
                    + "|the build took too much memory|the build wrote too much");

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
        var run = results.stream()
                .filter(result -> result.verdict() != Verdict.SKIPPED)
                .toList();
        var inAll = run.stream().filter(result -> !result.passed()).findFirst();
        var holds = inAll.map(result -> isOne(result, finals)).orElse(finals.contains(Verdict.ACCEPTED));
        if (!finals.isEmpty() && !holds) {
            return Optional.of("should get " + names(finals) + ", but gets "
                    + inAll.map(CaseResult::verdict).orElse(Verdict.ACCEPTED));
        }
        return clauses.stream().flatMap(clause -> broken(clause, run).stream()).findFirst();
    }

    private static Optional<String> broken(Clause clause, List<CaseResult> all) {
        var seen = all.stream().filter(one -> clause.tests().test(one.id())).toList();
        var where = clause.what().isEmpty() ? "" : " in " + clause.what();
        for (var one : seen) {
            if (!clause.permitted().isEmpty() && !isOne(one, clause.permitted())) {
                return Optional.of("may get " + names(clause.permitted()) + where + ", but gets " + one.verdict()
                        + " in test " + one.id());
            }
        }
        var found = seen.stream().anyMatch(one -> isOne(one, clause.required()));
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

    /**
     * The format knows four verdicts: going over a limit of memory or output is an error of the run, also if it is the program
     * itself that is too large. Who writes without end would meet the time limit where output is cut instead, as judges do for
     * whom such labels are made.
     */
    private static boolean isOne(CaseResult result, Set<Verdict> expected) {
        var verdict = result.verdict();
        return switch (verdict) {
            case MEMORY_LIMIT, FORBIDDEN, SANDBOX_CRASH -> expected.contains(Verdict.RUNTIME_ERROR);
            case OUTPUT_LIMIT -> expected.contains(Verdict.RUNTIME_ERROR) || expected.contains(Verdict.TIME_LIMIT);
            case COMPILE_ERROR ->
                expected.contains(verdict)
                        || (expected.contains(Verdict.RUNTIME_ERROR)
                                && TOO_LARGE.matcher(result.note()).find());
            case PRESENTATION -> expected.contains(Verdict.WRONG_ANSWER);
            case ACCEPTED, WRONG_ANSWER, TIME_LIMIT, RUNTIME_ERROR, NO_CODE, SKIPPED -> expected.contains(verdict);
        };
    }

    private static String names(Set<Verdict> verdicts) {
        return verdicts.stream().sorted().map(Verdict::name).collect(Collectors.joining(" or "));
    }
}
