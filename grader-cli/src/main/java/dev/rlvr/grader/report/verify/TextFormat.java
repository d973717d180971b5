package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.report.Ink;
import dev.rlvr.grader.verify.SuiteReport;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import dev.rlvr.grader.verify.finding.Severity;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** For the terminal: a line for each finding as compilers write them, then the sums. */
public final class TextFormat implements Format {

    private static final int WEAKEST = 10;

    private final Ink ink;

    public TextFormat(Ink ink) {
        this.ink = ink;
    }

    @Override
    public String render(Outcome outcome) {
        var text = new StringBuilder();
        for (var suite : outcome.suites()) {
            suite.findings().forEach(finding -> add(text, finding));
            suite.failure()
                    .ifPresent(why -> text.append(suite.file() + ":" + suite.line() + ": ")
                            .append(suite.name() + ": could not be verified: " + why + "\n"));
        }
        sums(text, outcome);
        weakest(text, outcome);
        text.append(String.format(
                Locale.ROOT,
                "%n%d suites, %d clean; %d errors, %d warnings, %d notes; %.1f s on %s%n",
                outcome.suites().size(),
                outcome.clean(),
                outcome.count(Severity.ERROR),
                outcome.count(Severity.WARNING),
                outcome.count(Severity.NOTE),
                outcome.took().toMillis() / 1e3,
                outcome.sandbox()));
        return Plain.text(text.toString());
    }

    private void add(StringBuilder text, Finding finding) {
        var word = finding.rule().severity().name().toLowerCase(Locale.ROOT);
        text.append(finding.file() + ":" + finding.line() + ": ")
                .append(finding.rule().severity() == Severity.ERROR ? ink.bad(word) : ink.faint(word))
                .append(" " + finding.rule().code() + " ")
                .append(finding.suite().isEmpty() ? "" : finding.suite() + ": ")
                .append(finding.where().isEmpty() ? "" : finding.where() + ": ")
                .append(finding.message() + ". " + finding.rule().fix() + "\n");
        finding.detail().lines().forEach(line -> text.append(ink.faint("    " + line) + "\n"));
    }

    private static void sums(StringBuilder text, Outcome outcome) {
        Map<Rule, Long> counts =
                outcome.findings().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            text.append("\n");
        }
        counts.forEach((rule, count) ->
                text.append(String.format(Locale.ROOT, "%s %6d  %s%n", rule.code(), count, rule.title())));
    }

    private static void weakest(StringBuilder text, Outcome outcome) {
        var measured = outcome.suites().stream()
                .filter(suite -> suite.strength().measured())
                .sorted(Comparator.comparingDouble(suite -> suite.strength().score()))
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "%nmutation: %d of %d wrong mutants rejected; %d of %d suites let one pass. The weakest:%n",
                outcome.killed(),
                outcome.killed() + outcome.survivors(),
                measured.stream()
                        .filter(suite -> suite.strength().survivors() > 0)
                        .count(),
                measured.size()));
        measured.stream().limit(WEAKEST).forEach(suite -> text.append(line(suite)));
    }

    private static String line(SuiteReport suite) {
        var strength = suite.strength();
        return String.format(
                Locale.ROOT,
                "  %5.1f %%  %s  %d rejected, %d passed, %d like the reference%n",
                100 * strength.score(),
                suite.name(),
                strength.killed(),
                strength.survivors(),
                strength.lookalikes().size());
    }
}
