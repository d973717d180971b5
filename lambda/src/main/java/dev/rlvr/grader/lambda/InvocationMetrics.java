package dev.rlvr.grader.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.rlvr.grader.lambda.Batch.Graded;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers of an invocation in CloudWatch's embedded metric format: one document for all of them, with the function's
 * name as the only dimension, since every combination of dimensions is billed as a metric of its own.
 */
final class InvocationMetrics {

    private static final String NAMESPACE = "RlvrGrader";

    /** Of values of one metric, in the format. */
    private static final int MOST_VALUES = 100;

    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();

    private InvocationMetrics() {}

    static ObjectNode of(
            Context context, List<Graded> graded, List<Reply> replies, Settings settings, InstantSource clock) {
        var metrics = new InvocationMetrics();
        metrics.counts(graded);
        metrics.lowest(graded, replies, settings.policy().config().range().min());
        metrics.rewards(graded, replies);
        metrics.durations(graded);
        return metrics.document(context, clock.millis());
    }

    private void counts(List<Graded> graded) {
        count("Samples", graded.size());
        var faults = new TreeMap<Fault, Integer>();
        var verdicts = new TreeMap<String, Integer>();
        for (var one : graded) {
            switch (one.grade()) {
                case Grade.Scored scored -> verdicts.merge(scored.verdict().name(), 1, Integer::sum);
                case Grade.Ungraded ungraded -> faults.merge(ungraded.fault(), 1, Integer::sum);
            }
        }
        count("InfrastructureFaults", faults.getOrDefault(Fault.INFRASTRUCTURE, 0));
        count("SuiteFaults", faults.getOrDefault(Fault.SUITE, 0));
        count("InputFaults", faults.getOrDefault(Fault.INPUT, 0));
        verdicts.forEach((verdict, number) -> count("Verdict_" + verdict, number));
    }

    private void lowest(List<Graded> graded, List<Reply> replies, double lowest) {
        var number = IntStream.range(0, replies.size())
                .filter(i -> !Log.isOurFault(graded.get(i).grade()))
                .filter(i -> replies.get(i).reward() <= lowest)
                .count();
        count("LowestRewards", number);
    }

    /** Of what was graded: means, and how much the completions of one prompt differ, without which nothing is learnt. */
    private void rewards(List<Graded> graded, List<Reply> replies) {
        var byGroup = new LinkedHashMap<String, Map<String, List<Double>>>();
        for (var i = 0; i < graded.size(); i++) {
            if (graded.get(i).grade() instanceof Grade.Scored scored) {
                var group = byGroup.computeIfAbsent(scored.task(), _ -> new LinkedHashMap<>());
                group.computeIfAbsent("Reward", _ -> new ArrayList<>()).add(scored.reward());
                for (var part : parts(replies.get(i))) {
                    group.computeIfAbsent(part.name(), _ -> new ArrayList<>()).add(part.value());
                }
            }
        }
        var names = byGroup.values().stream()
                .flatMap(group -> group.keySet().stream())
                .distinct()
                .toList();
        for (var name : names) {
            var groups = byGroup.values().stream()
                    .map(group -> group.getOrDefault(name, List.of()))
                    .filter(group -> !group.isEmpty())
                    .toList();
            var camel = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            value(
                    camel + "Mean",
                    groups.stream()
                            .flatMap(List::stream)
                            .mapToDouble(x -> x)
                            .average()
                            .orElse(0));
            groups.stream()
                    .filter(group -> group.size() > 1)
                    .mapToDouble(InvocationMetrics::deviation)
                    .average()
                    .ifPresent(mean -> value(camel + "GroupDeviation", mean));
        }
    }

    private static List<Component> parts(Reply reply) {
        return reply.metrics().stream().filter(Component::reward).toList();
    }

    private static double deviation(List<Double> group) {
        var mean = group.stream().mapToDouble(x -> x).average().orElse(0);
        return Math.sqrt(group.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0));
    }

    /** Evenly picked from the sorted ones where the format does not hold all. */
    private void durations(List<Graded> graded) {
        var sorted = graded.stream()
                .map(one -> (double) one.took().toMillis())
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return;
        }
        var step = Math.max(1.0, (sorted.size() - 1.0) / (MOST_VALUES - 1));
        var picked = new ArrayList<Double>();
        for (var at = 0.0; at <= sorted.size() - 1 && picked.size() < MOST_VALUES; at += step) {
            picked.add(sorted.get((int) Math.round(at)));
        }
        values.put("SampleMs", picked);
        units.put("SampleMs", "Milliseconds");
    }

    private void count(String name, long number) {
        values.put(name, List.of((double) number));
        units.put(name, "Count");
    }

    private void value(String name, double number) {
        values.put(name, List.of(number));
        units.put(name, "None");
    }

    private ObjectNode document(Context context, long now) {
        var document = JsonNodeFactory.instance.objectNode();
        var aws = document.putObject("_aws").put("Timestamp", now);
        var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add("FunctionName");
        var names = directive.putArray("Metrics");
        document.put("FunctionName", context.getFunctionName()).put("RequestId", context.getAwsRequestId());
        values.forEach((name, numbers) -> {
            names.addObject().put("Name", name).put("Unit", units.getOrDefault(name, "None"));
            if (numbers.size() == 1) {
                document.put(name, numbers.getFirst());
            } else {
                var all = document.putArray(name);
                numbers.forEach(all::add);
            }
        });
        return document;
    }
}
