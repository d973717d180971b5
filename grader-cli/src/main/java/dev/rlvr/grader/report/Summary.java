package dev.rlvr.grader.report;

import dev.rlvr.grader.model.Verdict;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The table at the end of a run: what came out, and what is worth a look. */
public final class Summary {

    private static final int MOST_REASONS = 8;
    private static final int BAR = 20;

    private final Totals totals;
    private final Circumstances circumstances;
    private final Ink ink;
    private final int width;

    public Summary(Totals totals, Circumstances circumstances, Ink ink, int width) {
        this.totals = totals;
        this.circumstances = circumstances;
        this.ink = ink;
        this.width = width;
    }

    /** How the samples were graded. */
    public record Circumstances(Duration wall, String sandbox, String isolation, long shared) {}

    public void print(PrintStream out) {
        section(out, samples());
        out.println(ink.strong(headline()));
        section(out, verdicts());
        section(out, rewards());
        section(out, slowest());
        section(out, ungraded());
        out.println(ink.faint(footline()));
    }

    private static void section(PrintStream out, List<String> lines) {
        lines.forEach(out::println);
        if (!lines.isEmpty()) {
            out.println();
        }
    }

    private List<String> samples() {
        var table = new TextTable(width);
        if (!totals.listed().isEmpty()) {
            table.add(ink::strong, "SAMPLE", "VERDICT", "REWARD", "TESTS", "CPU", "CODE FOUND BY", "NOTE");
        }
        for (var sample : totals.listed()) {
            table.add(
                    sample.accepted() ? ink::good : ink::bad,
                    sample.id(),
                    sample.outcome(),
                    sample.reward(),
                    sample.tests(),
                    Words.time(sample.cpu()),
                    sample.extraction(),
                    sample.note());
        }
        return table.lines();
    }

    private String headline() {
        var ungraded = totals.ungraded().total();
        return Words.count(totals.samples(), "sample")
                + (totals.resumed() > 0 ? ", " + Words.count(totals.resumed(), "row") + " of them from before" : "")
                + (ungraded > 0 ? ", " + ungraded + " ungraded" : "");
    }

    private List<String> verdicts() {
        var table = new TextTable(width);
        totals.verdicts().entrySet().stream()
                .sorted(Map.Entry.<Verdict, Long>comparingByValue().reversed())
                .forEach(entry -> table.add(
                        entry.getKey() == Verdict.ACCEPTED ? ink::good : ink::bad,
                        "  " + entry.getKey(),
                        Long.toString(entry.getValue()),
                        Words.percent(entry.getValue(), totals.scored()),
                        "#".repeat((int) (BAR * entry.getValue() / totals.scored()))));
        return table.lines();
    }

    private List<String> rewards() {
        var table = new TextTable(width);
        totals.meanReward().ifPresent(mean -> table.add(ink::strong, "mean reward", Words.number(mean)));
        for (var pass : totals.passAtK()) {
            var over = pass.tasks() == totals.tasks()
                    ? Words.count(pass.tasks(), "task")
                    : "the " + Words.count(pass.tasks(), "task") + " of " + totals.tasks() + " with " + pass.k()
                            + " completions or more";
            table.add(line -> line, "pass@" + pass.k(), Words.number(pass.value()), "over " + over);
        }
        return table.lines();
    }

    private List<String> slowest() {
        var table = new TextTable(width);
        for (var sample : totals.samples() > 1 ? totals.slowest() : List.<Digest>of()) {
            table.add(
                    line -> line,
                    "  " + sample.id(),
                    Words.time(sample.wall()),
                    Words.time(sample.cpu()) + " cpu",
                    sample.outcome());
        }
        return titled("slowest samples", table.lines());
    }

    private List<String> ungraded() {
        var table = new TextTable(width);
        for (var entry : totals.ungraded().mostFrequent(MOST_REASONS)) {
            table.add(
                    ink::bad,
                    "  " + entry.getValue().count() + " x",
                    entry.getKey().fault().name().toLowerCase(Locale.ROOT),
                    "such as " + entry.getValue().example(),
                    entry.getKey().text());
        }
        return titled("ungraded: no reward was given; for more, run again with --explain ID", table.lines());
    }

    private List<String> titled(String title, List<String> lines) {
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of(ink.strong(title)), lines.stream()).toList();
    }

    private String footline() {
        var seconds = Math.max(circumstances.wall().toNanos() / 1e9, 1e-9);
        var graded = totals.samples() - totals.resumed();
        return String.format(
                Locale.ROOT,
                "graded in %s, %.1f samples/s; sandbox %s, isolation %s%s",
                Words.time(circumstances.wall()),
                graded / seconds,
                circumstances.sandbox(),
                circumstances.isolation(),
                circumstances.shared() > 0
                        ? "; " + Words.count(circumstances.shared(), "sample") + " graded as a copy of an equal one"
                        : "");
    }
}
