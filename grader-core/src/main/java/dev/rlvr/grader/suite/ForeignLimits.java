package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Time and memory limits as data sets write them: {@code 2}, {@code "2 seconds"}, {@code {"seconds": 2}}, 256, bytes. */
final class ForeignLimits {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double MEBIBYTE = 1 << 20;

    /** A bare memory limit above this is in bytes, below it in MiB: nobody means a terabyte, nor a megabyte. */
    private static final double LARGEST_MEBIBYTES = 1e6;

    private static final Pattern AMOUNT =
            Pattern.compile("\\s{0,9}(\\d{1,15}(?:\\.\\d{0,15})?)\\s{0,9}([A-Za-z]{0,12})\\s{0,9}");

    private static final Map<String, Double> SECONDS = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("s", 1.0),
            Map.entry("sec", 1.0),
            Map.entry("secs", 1.0),
            Map.entry("second", 1.0),
            Map.entry("seconds", 1.0),
            Map.entry("ms", 1e-3),
            Map.entry("millisecond", 1e-3),
            Map.entry("milliseconds", 1e-3));

    private static final Map<String, Double> BYTES = Map.ofEntries(
            Map.entry("b", 1.0),
            Map.entry("byte", 1.0),
            Map.entry("bytes", 1.0),
            Map.entry("kb", 1024.0),
            Map.entry("kib", 1024.0),
            Map.entry("kilobytes", 1024.0),
            Map.entry("mb", MEBIBYTE),
            Map.entry("mib", MEBIBYTE),
            Map.entry("megabytes", MEBIBYTE),
            Map.entry("gb", 1024 * MEBIBYTE),
            Map.entry("gib", 1024 * MEBIBYTE),
            Map.entry("gigabytes", 1024 * MEBIBYTE));

    private ForeignLimits() {}

    static Limits of(Row row, Problems problems) {
        var limits = Limits.DEFAULT;
        var time = row.find("timeout", "time_limit");
        if (time.isPresent()) {
            var seconds = seconds(time.get().decoded().node());
            if (seconds.isPresent() && seconds.getAsDouble() >= 1e-3 && seconds.getAsDouble() <= LONGEST.toSeconds()) {
                limits = limits.withCpu(Duration.ofMillis(Math.round(seconds.getAsDouble() * 1e3)));
            } else {
                problems.add(
                        time.get().path(), "is not a time of up to an hour; write seconds, such as 2 or \"2 seconds\"");
            }
        }
        var memory = row.find("memory_limit", "memory_limit_bytes");
        if (memory.isPresent()) {
            var bytes = bytes(memory.get().decoded().node(), memory.get().path().endsWith("bytes"));
            if (bytes.isPresent() && bytes.getAsDouble() >= 16 * MEBIBYTE && bytes.getAsDouble() <= 1e6 * MEBIBYTE) {
                limits = limits.withMemory(new ByteSize((long) bytes.getAsDouble()));
            } else {
                problems.add(
                        memory.get().path(),
                        "is not a size of 16 MiB or more; write megabytes, such as 256 or \"256 MB\"");
            }
        }
        return limits;
    }

    private static OptionalDouble seconds(JsonNode node) {
        if (node.isObject() && List.of("seconds", "nanos").stream().anyMatch(node::has)) {
            return OptionalDouble.of(
                    node.path("seconds").asDouble(0) + node.path("nanos").asDouble(0) / 1e9);
        }
        return amount(node, SECONDS);
    }

    private static OptionalDouble bytes(JsonNode node, boolean inBytes) {
        var bare = amount(node, Map.of("", 1.0));
        if (bare.isPresent()) {
            var value = bare.getAsDouble();
            return OptionalDouble.of(inBytes || value > LARGEST_MEBIBYTES ? value : value * MEBIBYTE);
        }
        return amount(node, BYTES);
    }

    private static OptionalDouble amount(JsonNode node, Map<String, Double> units) {
        if (node.isNumber()) {
            return units.containsKey("") ? OptionalDouble.of(node.asDouble(Double.NaN)) : OptionalDouble.empty();
        }
        var matcher = AMOUNT.matcher(node.isString() ? node.stringValue() : "");
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        var unit = units.get(matcher.group(2).toLowerCase(Locale.ROOT));
        return unit == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(matcher.group(1)) * unit);
    }
}
