package dev.rlvr.grader.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The reward function that a trainer invokes: a list of samples in, a list of rewards out, in the same order.
 *
 * <p>Thread-safe, and keeps nothing between invocations: the same event may come again, or twice at once. A stream
 * handler, as the event is a bare JSON array, which no map can hold.
 */
public final class GradeHandler implements RequestStreamHandler {

    private final Settings settings;
    private final Batch batch;
    private final Log log;

    /** Called once per execution environment, by the Lambda runtime. */
    public GradeHandler() throws InterruptedException {
        this(Settings.of(System.getenv()));
    }

    private GradeHandler(Settings settings) throws InterruptedException {
        // To the standard output as it is: what goes through Lambda's logger is wrapped, and its fields are not found.
        this(settings, LambdaGrader.of(settings), new Log(System.out::println, settings, InstantSource.system()));
    }

    GradeHandler(Settings settings, LambdaGrader grader, Log log) {
        this.settings = settings;
        this.batch = new Batch(grader);
        this.log = log;
    }

    /** @throws GradingFailed if samples could not be graded through no fault of their rows: the trainer is to ask again */
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        response.write(
                switch (Event.read(event.readAllBytes())) {
                    case Event.Probe() -> Response.ok(settings.style());
                    case Event.Samples(var rows) -> Response.of(rewards(rows, context), settings.style());
                });
    }

    private List<Reply> rewards(List<JsonNode> rows, Context context) {
        var graded = graded(rows, settings.within(Duration.ofMillis(context.getRemainingTimeInMillis())));
        var grades = graded.stream().map(Batch.Graded::grade).toList();
        var replies = Replies.of(rows, grades, settings.policy().config().range());
        // First, as these lines are what tells why an invocation fails.
        log.write(context, graded, replies);
        settings.faults().check(grades);
        return replies;
    }

    private List<Batch.Graded> graded(List<JsonNode> rows, Duration within) {
        try {
            return batch.grade(rows, within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingFailed(rows.size(), rows.size(), "the invocation was interrupted");
        }
    }
}
