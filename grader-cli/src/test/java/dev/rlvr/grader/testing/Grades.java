package dev.rlvr.grader.testing;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.sample.SampleRow;
import java.time.Duration;
import java.util.List;

/** Samples and grades, ready made. */
public final class Grades {

    private Grades() {}

    public static Sample sample(String id, String completion) {
        return new Sample(id, "task of " + id, completion, new Sample.SuiteRef.Named("sum"));
    }

    public static SampleRow row(String id) {
        return new SampleRow.Good(sample(id, "completion of " + id));
    }

    public static Grade.Scored accepted(String id) {
        return scored(id, "task of " + id, Verdict.ACCEPTED, 1, Duration.ofMillis(10));
    }

    public static Grade.Scored rejected(String id) {
        return scored(id, "task of " + id, Verdict.WRONG_ANSWER, 0, Duration.ofMillis(10));
    }

    public static Grade.Scored scored(String id, String task, Verdict verdict, double reward, Duration time) {
        var note = verdict == Verdict.ACCEPTED ? "" : "expected 3, got 4";
        var usage = new Usage(time, time.multipliedBy(2), ByteSize.mebibytes(9));
        return new Grade.Scored(
                id,
                task,
                reward,
                verdict,
                List.of(new Component("correctness", reward, true), new Component("tests_passed", reward, false)),
                List.of(new CaseResult("1", verdict, usage, note)),
                "fence:last",
                "namespaces",
                "");
    }

    public static Grade.Ungraded ungraded(String id, Fault fault) {
        return new Grade.Ungraded(id, "task of " + id, fault, "there is a reason");
    }
}
