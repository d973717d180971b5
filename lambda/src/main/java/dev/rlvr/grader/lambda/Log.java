package dev.rlvr.grader.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.rlvr.grader.lambda.Batch.Graded;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of JSON for each sample and one of metrics for each invocation; {@code docs/observability.md} has the fields.
 *
 * <p>Never says anything of prompts, completions and tests: a log is read by more people than a data set.
 */
final class Log {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private final Consumer<String> lines;
    private final Settings settings;
    private final InstantSource clock;

    /** @param lines takes whole lines, without their end, from many threads */
    Log(Consumer<String> lines, Settings settings, InstantSource clock) {
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
    }

    void write(Context context, List<Graded> graded, List<Reply> replies) {
        for (var i = 0; i < graded.size(); i++) {
            lines.accept(JSON.writeValueAsString(sample(context, graded.get(i), replies.get(i))));
        }
        lines.accept(JSON.writeValueAsString(InvocationMetrics.of(context, graded, replies, settings, clock)));
    }

    private ObjectNode sample(Context context, Graded graded, Reply reply) {
        var line = JSON.createObjectNode();
        line.set("id", reply.id());
        if (!isOurFault(graded.grade())) { // a neutral reward says nothing of the model
            line.put("aggregate_reward_score", reply.reward());
        }
        for (var component : reply.metrics()) {
            line.put(component.name(), component.value());
        }
        switch (graded.grade()) {
            case Grade.Scored scored -> line.put("verdict", scored.verdict().name());
            case Grade.Ungraded ungraded -> fault(line, ungraded);
        }
        return line.put("infra_error", isOurFault(graded.grade()))
                .put("duration_ms", graded.took().toMillis())
                .put("group", group(graded.grade()))
                .put("request_id", context.getAwsRequestId());
    }

    /** Our own reasons name nothing of the sample; those about a suite quote what is wrong with it. */
    private void fault(ObjectNode line, Grade.Ungraded ungraded) {
        line.put("verdict", "UNGRADED").put("fault", ungraded.fault().name());
        if (settings.faultDetails() || ungraded.fault() == Fault.INFRASTRUCTURE) {
            line.put("reason", ungraded.reason());
        }
    }

    static boolean isOurFault(Grade grade) {
        return grade instanceof Grade.Ungraded ungraded && ungraded.fault() == Fault.INFRASTRUCTURE;
    }

    /** The same for all completions of one prompt. Hashed, since a task may be named by an answer. */
    private static String group(Grade grade) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(grade.task().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
