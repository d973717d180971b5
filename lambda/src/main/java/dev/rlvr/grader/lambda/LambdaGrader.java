package dev.rlvr.grader.lambda;

import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.suite.SuiteRepository;

/** What the handler grades with. */
@FunctionalInterface
interface LambdaGrader {

    /** Never throws for what a sample contains. */
    Grade grade(Sample sample) throws InterruptedException;

    /** The whole object graph, its sandbox warm. */
    static LambdaGrader of(Settings settings) throws InterruptedException {
        var builder =
                new GraderBuilder(settings.home()).policy(settings.policy()).suites(suites(settings.suites()));
        switch (settings.runs()) {
            case RunPlace.Here() -> {
                // Which is what a grader does by itself.
            }
            case RunPlace.Workers workers -> builder.sandbox(workers.open());
        }
        return builder.build()::grade;
    }

    private static SuiteRepository suites(SuitePlace place) {
        return switch (place) {
            case SuitePlace.Nowhere() -> SuiteRepository.empty();
            case SuitePlace.Files(var paths) -> SuiteRepository.open(paths);
            case SuitePlace.Bucket bucket -> SuiteRepository.empty().or(S3Suites.in(bucket));
        };
    }
}
