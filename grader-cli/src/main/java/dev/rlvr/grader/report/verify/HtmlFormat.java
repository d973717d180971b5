package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import dev.rlvr.grader.verify.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One page that opens offline: the sums, what was found of each kind, and each suite with its findings. */
public final class HtmlFormat implements Format {

    @Override
    public String render(Outcome outcome) {
        var html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>grader verify</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n");
        html.append("<main>\n<h1>Are these suites worth training on?</h1>\n");
        html.append("<p class=\"soft\">" + outcome.suites().size() + " suites, verified in "
                + seconds(outcome.took().toMillis()) + " on " + Plain.html(outcome.sandbox()) + " by grader "
                + Plain.html(outcome.version()) + "</p>\n");
        tiles(html, outcome);
        rules(html, outcome);
        html.append(
                "<h2>Suites</h2>\n<div id=\"only\"><input type=\"search\" placeholder=\"Show suites that contain…\">"
                        + "<label><input type=\"checkbox\"> clean ones too</label></div>\n");
        outcome.suites().forEach(suite -> html.append(SuiteHtml.of(suite)));
        html.append("</main>\n<script>\n").append(resource("report.js")).append("</script>\n</html>\n");
        return html.toString();
    }

    private static void tiles(StringBuilder html, Outcome outcome) {
        html.append("<div class=\"tiles\">\n");
        tile(html, "good", outcome.clean(), "clean");
        tile(html, "error", outcome.count(Severity.ERROR), "errors");
        tile(html, "warning", outcome.count(Severity.WARNING), "warnings");
        tile(html, "note", outcome.count(Severity.NOTE), "notes");
        var wrong = outcome.killed() + outcome.survivors();
        if (wrong > 0) {
            tile(html, "", outcome.killed() * 100 / wrong, "% of wrong mutants rejected");
        }
        if (outcome.failures() > 0) {
            tile(html, "error", outcome.failures(), "could not be verified");
        }
        html.append("</div>\n");
    }

    private static void tile(StringBuilder html, String style, long number, String words) {
        html.append("<div class=\"tile\"><b class=\"" + (number == 0 ? "soft" : style) + "\">" + number + "</b>" + words
                + "</div>\n");
    }

    private static void rules(StringBuilder html, Outcome outcome) {
        Map<Rule, Long> counts =
                outcome.findings().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return;
        }
        html.append("<h2>What was found</h2>\n<table>\n<tr><th>Code<th>What<th>How often<th>What to do\n");
        counts.forEach((rule, count) ->
                html.append("<tr><td class=\"code " + SuiteHtml.style(rule.severity()) + "\">" + rule.code() + "<td>"
                        + rule.title() + "<td class=\"number\">" + count + "<td>" + Plain.html(rule.fix()) + "\n"));
        html.append("</table>\n");
    }

    static String seconds(long millis) {
        return millis < 1000 ? millis + " ms" : millis / 1000 + "." + millis % 1000 / 100 + " s";
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(HtmlFormat.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
