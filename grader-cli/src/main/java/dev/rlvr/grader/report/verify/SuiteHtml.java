package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.verify.SuiteReport;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Severity;
import java.util.Locale;
import java.util.stream.Collectors;

/** One suite of the page. */
final class SuiteHtml {

    /** Below it, the bar of a suite is not green. */
    private static final double STRONG = 0.9;

    private SuiteHtml() {}

    static String of(SuiteReport suite) {
        var html = new StringBuilder();
        var errors = suite.count(Severity.ERROR) + (suite.failure().isPresent() ? 1 : 0);
        var quiet = errors + suite.count(Severity.WARNING) == 0;
        html.append("<details class=\"suite" + (quiet ? " clean" : "") + "\"" + (errors > 0 ? " open" : "") + ">\n");
        html.append("<summary><span class=\"name\">" + Plain.html(suite.name()) + "</span>");
        count(html, Severity.ERROR, suite.count(Severity.ERROR), "errors");
        count(html, Severity.WARNING, suite.count(Severity.WARNING), "warnings");
        html.append(quiet ? "<span class=\"good\">clean</span>" : "");
        html.append("<span class=\"end\">" + bar(suite.strength()) + "<span class=\"soft\">" + suite.tests()
                + (suite.tests() == 1 ? " test" : " tests") + "</span></span></summary>\n<div class=\"body\">\n");
        html.append("<p class=\"soft\">" + Plain.html(suite.file() + ":" + suite.line())
                + (suite.mode().isEmpty() ? "" : " · " + Plain.html(suite.mode())) + " · "
                + HtmlFormat.seconds(suite.took().toMillis()) + "</p>\n");
        suite.failure()
                .ifPresent(
                        why -> html.append("<p class=\"error\">Could not be verified: " + Plain.html(why) + "</p>\n"));
        suite.findings().forEach(finding -> html.append(of(finding)));
        lookalikes(html, suite.strength());
        solutions(html, suite);
        return html.append("</div>\n</details>\n").toString();
    }

    static String style(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static void count(StringBuilder html, Severity severity, long count, String words) {
        if (count > 0) {
            var said = count == 1 ? words.substring(0, words.length() - 1) : words;
            html.append("<span class=\"" + style(severity) + "\">" + count + " " + said + "</span>");
        }
    }

    private static String bar(SuiteReport.Strength strength) {
        if (!strength.measured()) {
            return "";
        }
        var percent = Math.round(100 * strength.score());
        return "<span class=\"soft\">" + strength.killed() + " of " + (strength.killed() + strength.survivors())
                + " mutants</span><span class=\"bar" + (strength.score() < STRONG ? " low" : "")
                + "\"><i style=\"width:"
                + percent + "%\"></i></span>";
    }

    private static String of(Finding finding) {
        var where = finding.where().isEmpty() ? "" : "<b>" + Plain.html(finding.where()) + "</b> ";
        return "<div class=\"finding\"><p><span class=\"code "
                + style(finding.rule().severity()) + "\">" + finding.rule().code() + "</span> " + where
                + Plain.html(finding.message()) + "</p><p class=\"soft\">"
                + Plain.html(finding.rule().fix()) + "</p>" + diff(finding.detail()) + "</div>\n";
    }

    private static void solutions(StringBuilder html, SuiteReport suite) {
        if (suite.solutions().isEmpty()) {
            return;
        }
        html.append("<details><summary class=\"soft\">Solutions</summary><table><tr><th>solution<th>should get<th>gets"
                + "<th>tests passed<th>slowest</tr>");
        for (var solution : suite.solutions()) {
            html.append("<tr><td>" + Plain.html(solution.name()) + "<td>" + Plain.html(solution.wanted()) + "<td>"
                    + solution.verdict() + "<td>" + solution.passed() + " of " + suite.tests() + "<td>"
                    + HtmlFormat.seconds(solution.slowest().toMillis()) + "</tr>");
        }
        html.append("</table></details>\n");
    }

    private static void lookalikes(StringBuilder html, SuiteReport.Strength strength) {
        if (strength.lookalikes().isEmpty()) {
            return;
        }
        html.append(
                "<div class=\"finding\"><p class=\"soft\">Passed, and most likely the same program as the reference:"
                        + " no difference on " + strength.inputs() + " generated inputs</p>"
                        + strength.lookalikes().stream().map(SuiteHtml::diff).collect(Collectors.joining())
                        + "</div>\n");
    }

    private static String diff(String text) {
        return text.isEmpty()
                ? ""
                : "<pre>" + text.lines().map(SuiteHtml::diffLine).collect(Collectors.joining("\n")) + "</pre>";
    }

    private static String diffLine(String line) {
        var escaped = Plain.html(line);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "<span class=\"add\">" + escaped + "</span>";
            case '-' -> "<span class=\"cut\">" + escaped + "</span>";
            default -> escaped;
        };
    }
}
