package dev.rlvr.grader.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.sample.SampleReader;
import dev.rlvr.grader.sample.SampleRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * The reward function that a trainer invokes: a list of samples in, a list of rewards out, in the same order.
 *
 * <p>Thread-safe. A stream handler, as the event is a bare JSON array, which no map can hold.
 */
public final class GradeHandler implements RequestStreamHandler {

    private static final System.Logger LOG = System.getLogger(GradeHandler.class.getName());

    private final LambdaGrader grader;

    /** Called once per execution environment, by the Lambda runtime. */
    public GradeHandler() throws InterruptedException {
        this(LambdaGrader.of(System.getenv()));
    }

    GradeHandler(LambdaGrader grader) {
        this.grader = grader;
    }

    /** @throws GradingFailed if a sample could not be graded through no fault of its row: the trainer is to ask again */
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        var rows = Event.rows(event.readAllBytes());
        try {
            response.write(Response.of(rows, grades(rows)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingFailed(rows.size(), rows.size(), "the invocation was interrupted");
        }
    }

    private List<Grade> grades(List<JsonNode> rows) throws InterruptedException {
        var tasks = new ArrayList<Callable<Grade>>();
        for (var row : rows) {
            var place = "sample " + tasks.size();
            var index = String.valueOf(tasks.size());
            tasks.add(() -> grade(SampleReader.read(row, place, index)));
        }
        var grades = new ArrayList<Grade>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var finished : threads.invokeAll(tasks)) {
                grades.add(finished.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a grader threw instead of returning a grade", e.getCause());
        }
        requireNoFaultOfOurs(grades);
        return grades;
    }

    private Grade grade(SampleRow row) throws InterruptedException {
        var grade = switch (row) {
            case SampleRow.Good(var sample) -> grader.grade(sample);
            case SampleRow.Bad(var id, var problem) -> new Grade.Ungraded(id, "", Fault.INPUT, problem);
        };
        if (grade instanceof Grade.Ungraded ungraded) {
            LOG.log(Level.WARNING, "{0} cannot be graded: {1}", ungraded.id(), ungraded.reason());
        }
        return grade;
    }

    /** A 0 would teach the model that its answer was wrong. */
    private static void requireNoFaultOfOurs(List<Grade> grades) {
        var reasons = new ArrayList<String>();
        for (var grade : grades) {
            if (grade instanceof Grade.Ungraded ungraded && ungraded.fault() == Fault.INFRASTRUCTURE) {
                reasons.add(ungraded.reason());
            }
        }
        if (!reasons.isEmpty()) {
            throw new GradingFailed(reasons.size(), grades.size(), reasons.getFirst());
        }
    }
}
