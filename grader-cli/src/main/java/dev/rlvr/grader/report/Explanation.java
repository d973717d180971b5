package dev.rlvr.grader.report;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Everything about one sample: the code that was found, what each test made of it, how the reward came about. */
public final class Explanation {

    private final Sample sample;
    private final Grade grade;
    private final Ink ink;
    private final int width;

    public Explanation(Sample sample, Grade grade, Ink ink, int width) {
        this.sample = sample;
        this.grade = grade;
        this.ink = ink;
        this.width = width;
    }

    /** The part that needs no readable suite. */
    public void print(PrintStream out) {
        out.println(ink.strong("sample " + Words.oneLine(sample.id(), width)) + ", task "
                + Words.oneLine(sample.task(), width)
                + ", suite "
                + Words.oneLine(sample.suiteName().orElse("in the row itself"), width));
        switch (grade) {
            case Grade.Scored scored -> print(scored, out);
            case Grade.Ungraded ungraded -> print(ungraded, out);
        }
    }

    public void print(Extraction extraction, PrintStream out) {
        out.println();
        switch (extraction) {
            case Extraction.NotFound(var reason) -> out.println("no code was found: " + Words.harmless(reason));
            case Extraction.Found found -> print(found, out);
        }
    }

    private void print(Extraction.Found found, PrintStream out) {
        var joined = found.continuation() ? ", continues the prompt of the suite" : "";
        out.println(ink.strong("code") + ", found by " + found.rule() + joined);
        var number = 1;
        for (var line : Words.harmless(found.submission().source()).lines().toList()) {
            out.println(ink.faint(String.format(Locale.ROOT, "%4d  ", number++)) + line);
        }
    }

    private void print(Grade.Ungraded ungraded, PrintStream out) {
        out.println(ink.bad("ungraded") + ": "
                + switch (ungraded.fault()) {
                    case SUITE -> "its tests cannot be used";
                    case INPUT -> "its row cannot be read";
                    case INFRASTRUCTURE -> "the grader could not run it; this says nothing about the sample";
                });
        Words.harmless(ungraded.reason()).lines().forEach(line -> out.println("  " + line));
    }

    private void print(Grade.Scored scored, PrintStream out) {
        var isolation = scored.isolation().isEmpty() ? "nothing was run" : "isolation " + scored.isolation();
        out.println("verdict "
                + paint(scored.cases().stream().allMatch(test -> test.passed()))
                        .apply(scored.verdict().name())
                + ", reward " + ink.strong(Words.number(scored.reward())) + ", " + isolation);
        if (!scored.note().isEmpty()) {
            Words.harmless(scored.note()).lines().forEach(out::println);
        }
        printLines(ink.strong("tests"), tests(scored), out);
        printLines(ink.strong("how the reward came about"), parts(scored), out);
    }

    private static void printLines(String title, List<String> lines, PrintStream out) {
        out.println();
        out.println(title);
        lines.forEach(out::println);
    }

    private List<String> tests(Grade.Scored scored) {
        var table = new TextTable(width);
        for (var test : scored.cases()) {
            table.add(
                    paint(test.passed()),
                    "  " + test.id(),
                    test.verdict().name(),
                    Words.time(test.usage().cpu()) + " cpu",
                    Words.time(test.usage().wall()) + " wall",
                    Words.mebibytes(test.usage().memory()));
            Words.harmless(test.note()).lines().forEach(line -> table.addText("      " + line));
        }
        return table.lines();
    }

    private List<String> parts(Grade.Scored scored) {
        var table = new TextTable(width);
        for (var part : scored.components()) {
            var use = part.reward() ? "takes part in the reward" : "is only reported";
            table.add(line -> line, "  " + part.name(), Words.number(part.value()), use);
        }
        table.add(ink::strong, "  reward", Words.number(scored.reward()), "weighted by the policy, kept in its range");
        return table.lines();
    }

    private UnaryOperator<String> paint(boolean passed) {
        return passed ? ink::good : ink::bad;
    }
}
