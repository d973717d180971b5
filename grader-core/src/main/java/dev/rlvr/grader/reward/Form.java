package dev.rlvr.grader.reward;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Everything about an answer but its correctness, each in [0, 1]. */
record Form(RewardConfig config, Results results, String extraction) {

    private static final Pattern PART = Pattern.compile("/");
    private static final double NANOS_PER_MILLI = 1e6;

    double format() {
        var required = config.format().requiredRules();
        return PART.splitAsStream(extraction).anyMatch(part -> required.stream().anyMatch(rule -> matches(part, rule)))
                ? 1
                : 0;
    }

    private static boolean matches(String part, String rule) {
        return part.equals(rule) || part.startsWith(rule + ":");
    }

    double compile() {
        return results.compiled() ? 1 : 0;
    }

    double conciseness() {
        if (results.source().isEmpty()) {
            return 0;
        }
        var length = results.source().getBytes(StandardCharsets.UTF_8).length;
        double full = config.conciseness().fullAt().bytes();
        double zero = config.conciseness().zeroAt().bytes();
        return falling(length, full, zero);
    }

    /** Only of answers that are right: a wrong one is fast for nothing. */
    double efficiency() {
        if (!results.allPassed()) {
            return 0;
        }
        var limit = results.suite().limits().cpu().toNanos() / NANOS_PER_MILLI;
        return falling(results.cpuMillis(), config.efficiency().fullAt() * limit, limit);
    }

    /** What an honest program may do by chance, an early end or too much output, is no offence. */
    double safety() {
        var signals = results.signals();
        var offended = signals.stream()
                .anyMatch(seen -> seen.forbiddenSyscalls() > 0 || seen.leftoverProcesses() > 0 || seen.testTampering());
        return offended ? 0 : 1;
    }

    private static double falling(double value, double full, double zero) {
        return Math.clamp((zero - value) / (zero - full), 0.0, 1.0);
    }
}
