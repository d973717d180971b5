package dev.rlvr.grader.cli;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.report.Explanation;
import dev.rlvr.grader.report.Ink;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.suite.SuiteException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Grades one sample out of many, and tells everything about it. */
record Explainer(Kit.Engine engine, Terminal terminal, Ink ink) {

    private static final int IDS_SHOWN = 3;

    ExitCode explain(Iterator<SampleRow> rows, String id) throws InterruptedException {
        var seen = new ArrayList<String>();
        while (rows.hasNext()) {
            switch (rows.next()) {
                case SampleRow.Good(var sample)
                when sample.id().equals(id) -> {
                    return explain(sample);
                }
                case SampleRow.Bad bad
                when bad.id().equals(id) -> throw new CommandFailed(ExitCode.DATA, bad.problem());
                case SampleRow.Good(var sample) -> remember(sample.id(), seen);
                case SampleRow.Bad bad -> remember(bad.id(), seen);
            }
        }
        throw new CommandFailed(
                ExitCode.USAGE, "no sample has the id " + id + "; the first ones are " + String.join(", ", seen));
    }

    private static void remember(String id, List<String> seen) {
        if (seen.size() < IDS_SHOWN) {
            seen.add(id);
        }
    }

    private ExitCode explain(Sample sample) throws InterruptedException {
        var grade = engine.grade(sample);
        var explanation =
                new Explanation(sample, grade, ink, terminal.settings().columns());
        explanation.print(terminal.out());
        try {
            explanation.print(engine.extract(sample), terminal.out());
        } catch (SuiteException _) {
            // The grade has said so already: without a suite it is not known which language to look for.
        }
        return switch (grade) {
            case Grade.Scored _ -> ExitCode.OK;
            case Grade.Ungraded ungraded ->
                ungraded.fault() == Fault.INFRASTRUCTURE ? ExitCode.INFRASTRUCTURE : ExitCode.DATA;
        };
    }
}
