package dev.rlvr.grader.run;

import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.report.GradeRows;
import dev.rlvr.grader.report.RowFile;
import dev.rlvr.grader.report.Totals;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.testing.Grades;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Takes generated samples of about 4 kB through everything but a sandbox. Prints the kibibytes in use after a collection
 * of garbage, once a tenth of the samples is graded and once all are.
 */
final class ManySamples {

    private ManySamples() {}

    public static void main(String[] args) throws Exception {
        var n = Integer.parseInt(args[0]);
        var totals = new Totals();
        var dedupe = new Dedupe(sample -> Grades.scored(
                sample.id(),
                sample.task(),
                Verdict.WRONG_ANSWER,
                0.5,
                Duration.ofMillis(sample.id().length())));
        try (var file = RowFile.create(Path.of(args[1]), false)) {
            var run = new GradeRun(dedupe, 8, (_, grade) -> {
                file.append(GradeRows.line(grade));
                totals.add(0, grade);
                if (totals.samples() == n / 10) {
                    System.out.println(usedKibibytes());
                }
            });
            run.run(IntStream.range(0, n).mapToObj(ManySamples::row).iterator());
        }
        System.out.println(usedKibibytes());
        if (totals.samples() != n) {
            throw new IllegalStateException("only " + totals.samples() + " were graded");
        }
    }

    /** Eight completions for each task, one in two a copy of its neighbour. */
    private static SampleRow row(int i) {
        var completion = "completion %d ".formatted(i / 2).repeat(250);
        return new SampleRow.Good(
                new Sample("sample " + i, "task " + i / 8, completion, new Sample.SuiteRef.Named("sum")));
    }

    private static long usedKibibytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }
}
