package dev.rlvr.grader.suite.kattis;

import dev.rlvr.grader.model.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names that formats have for verdicts. */
final class Verdicts {

    private Verdicts() {}

    static Set<Verdict> of(Collection<String> names) {
        var verdicts = EnumSet.noneOf(Verdict.class);
        names.forEach(name -> of(name).ifPresent(verdicts::add));
        return verdicts;
    }

    private static Optional<Verdict> of(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT).replace('_', '-')) {
            case "AC", "CORRECT", "ACCEPTED" -> Optional.of(Verdict.ACCEPTED);
            case "WA", "WRONG-ANSWER", "NO-OUTPUT" -> Optional.of(Verdict.WRONG_ANSWER);
            case "TLE", "TIMELIMIT", "TIME-LIMIT-EXCEEDED" -> Optional.of(Verdict.TIME_LIMIT);
            case "RTE", "RUN-ERROR", "RUN-TIME-ERROR", "OUTPUT-LIMIT", "MLE", "OLE" ->
                Optional.of(Verdict.RUNTIME_ERROR);
            case "COMPILER-ERROR", "CE", "COMPILE-ERROR" -> Optional.of(Verdict.COMPILE_ERROR);
            default -> Optional.empty();
        };
    }
}
