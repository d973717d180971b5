package dev.rlvr.grader.verify;

import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Each kind of fault that verification is to find, planted into a suite that is clean without it. */
final class PlantedFaults {

    private static final String SUMS =
            "{\"id\":\"a\",\"stdin\":\"1 2\\n\",\"stdout\":\"3\\n\"},{\"id\":\"b\",\"stdin\":\"-5 1\\n\",\"stdout\":\"-4\\n\"},"
                    + "{\"id\":\"c\",\"stdin\":\"70 80\\n\",\"stdout\":\"150\\n\"}";

    /** The suites below, without a fault. */
    static final List<String> CLEAN = List.of(program(""), function(""), assertion("assert absolute(0) == 0"));

    private PlantedFaults() {}

    static Stream<PlantedFault> all() {
        return Stream.of(
                planted("row that is not JSON", "{\"suite\": 1,", Rule.UNREADABLE, ""),
                planted("unknown field", program(",\"mood\":1"), Rule.UNREADABLE, ""),
                planted("no tests", "{\"suite\":1,\"mode\":\"stdio\",\"cases\":[]}", Rule.UNREADABLE, ""),
                planted("label that does not exist", solution("perfect", "pass"), Rule.UNREADABLE, ""),
                new PlantedFault(
                        "id of another suite",
                        List.of(program(""), program(",\"setup\":\"#\"")),
                        Rule.DUPLICATE_ID,
                        "id"),
                planted("language nobody has", program(",\"language\":\"intercal\""), Rule.NO_TOOLCHAIN, "language"),
                planted(
                        "prelude that does not exist",
                        program(",\"setup\":\"#grader:prelude nix\""),
                        Rule.SUITE_FAULT,
                        ""),
                planted("test code with a typing error", assertion("assert abslute(0) == 0 +"), Rule.SUITE_FAULT, ""),
                planted("no reference", program("").replace("\"reference\"", "\"prompt\""), Rule.NO_REFERENCE, ""),
                planted("wrong answer file", program("").replace("150", "151"), Rule.REFERENCE_FAILS, "test c"),
                planted(
                        "wrong expected value",
                        function("").replace("\"expected\":[9]", "\"expected\":[8]"),
                        Rule.REFERENCE_FAILS,
                        "test 3"),
                planted("wrong assertion", assertion("assert absolute(-3) == -3"), Rule.REFERENCE_FAILS, "test 3"),
                planted(
                        "reference that does not compile",
                        program("").replace("print(", "print(("),
                        Rule.REFERENCE_FAILS,
                        "test a"),
                planted(
                        "reference that writes nothing at the end",
                        program("").replace("print(", "(lambda x: 0)("),
                        Rule.REFERENCE_FAILS,
                        "test a"),
                planted("tight time limit", slow(",\"limits\":{\"cpu_ms\":400}"), Rule.TIGHT_TIME, "test a"),
                planted(
                        "time limit below what is needed",
                        slow(",\"limits\":{\"cpu_ms\":60}"),
                        Rule.REFERENCE_FAILS,
                        "test a"),
                planted("tight memory limit", large(), Rule.TIGHT_MEMORY, "test"),
                planted(
                        "second reference that disagrees",
                        solution("accepted", "a, b = map(int, input().split())\\nprint(abs(a + b))"),
                        Rule.REFERENCES_DISAGREE,
                        "test b"),
                planted(
                        "right program that is called wrong",
                        solution("wrong_answer", "print(sum(map(int, input().split())))"),
                        Rule.LABEL_BROKEN,
                        "solution labelled"),
                planted(
                        "wrong program that is called slow",
                        solution("time_limit", "print(0)"),
                        Rule.LABEL_BROKEN,
                        "solution labelled"),
                planted(
                        "crash that is called a wrong answer",
                        solution("wrong_answer", "raise ValueError"),
                        Rule.LABEL_BROKEN,
                        "solution labelled"),
                planted(
                        "reference that tosses coins",
                        program("").replace("print(", "import os\\nprint(os.urandom(1)[0] % 2 or "),
                        Rule.FLAKY,
                        "test"),
                planted(
                        "test that stands twice",
                        cases(SUMS + ",{\"id\":\"d\",\"stdin\":\"1 2\",\"stdout\":\"3\"}"),
                        Rule.DUPLICATE_INPUT,
                        "test d"),
                planted(
                        "two answers to one input",
                        cases(SUMS + ",{\"id\":\"d\",\"stdin\":\"1 2\",\"stdout\":\"4\"}"),
                        Rule.CONTRADICTION,
                        "test d"),
                planted("test that checks nothing", assertion("absolute(1)"), Rule.NO_DISCRIMINATION, "test 3"),
                planted(
                        "answer that is compared with itself",
                        assertion("assert absolute(0) == 0\\nassert absolute(5) == absolute(5)"),
                        Rule.UNCHECKED,
                        "absolute(5)"),
                planted("edge case that nobody tests", assertion("assert absolute(9) == 9"), Rule.EDGE_CASE, ""),
                planted(
                        "empty answer file",
                        cases(SUMS + ",{\"id\":\"d\",\"stdin\":\"1 1\",\"stdout\":\"\"}"),
                        Rule.BLANK_EXPECTED,
                        "test d"),
                planted("CRLF in an input", program("").replace("1 2\\n", "1 2\\r\\n"), Rule.CARRIAGE_RETURN, "test a"),
                planted("CRLF in an answer", program("").replace("3\\n", "3\\r\\n"), Rule.CARRIAGE_RETURN, "test a"),
                planted(
                        "one answer to everything",
                        cases("{\"stdin\":\"1 2\",\"stdout\":\"3\"},{\"stdin\":\"3 0\",\"stdout\":\"3\"}"),
                        Rule.SAME_ANSWER,
                        ""),
                planted(
                        "random inputs",
                        assertion("import random\\nx = random.randint(1, 9)\\nassert absolute(-x) == x"),
                        Rule.RANDOM_TEST,
                        "test 3"),
                planted(
                        "test that asks the clock",
                        assertion("import time\\nassert absolute(-time.time()) > 0"),
                        Rule.OUTSIDE_WORLD,
                        "test 3"),
                planted(
                        "test that asks the network",
                        assertion("import socket\\nassert absolute(-1) == 1"),
                        Rule.OUTSIDE_WORLD,
                        "test 3"),
                planted(
                        "answer that is not what the checker reads",
                        program(",\"checker\":{\"type\":\"json\"}").replace("150", "1 5 0"),
                        Rule.CHECKER_REJECTS_ANSWER,
                        "test c"),
                planted(
                        "checker that takes any number",
                        program(",\"checker\":{\"type\":\"floats\",\"absolute\":1e9}"),
                        Rule.WIDE_TOLERANCE,
                        "test a"),
                planted(
                        "answer that can be guessed",
                        cases(
                                "{\"stdin\":\"1 2\",\"stdout\":\"3\"},{\"stdin\":\"3 0\",\"stdout\":\"3\"},{\"stdin\":\"1 1\",\"stdout\":\"2\"}"),
                        Rule.GUESSABLE,
                        ""),
                planted(
                        "leaked answers",
                        function(
                                ",\"prompt\":\"def first([3, 1], 1) [3] first([4, 5, 6], 2) [4, 5] first([9], 5) [9] "
                                        + "first([-6, 0, -6], 4) [-6, 0, -6] first([], 2) [] first([8], 0) [] first([5, 2, 7], -1) [5, 2] first([1, 5, 2], -2) [1]\""),
                        Rule.ANSWERS_PUBLIC,
                        "test"),
                planted(
                        "half a payload",
                        program(",\"prompt\":\"" + "#".repeat(4 << 20) + "\""),
                        Rule.PAYLOAD_LARGE,
                        ""),
                planted(
                        "more than a payload",
                        program(",\"prompt\":\"" + "#".repeat(7 << 20) + "\""),
                        Rule.PAYLOAD_TOO_LARGE,
                        ""),
                planted("weak tests", weak(), Rule.WEAK, "reference line"));
    }

    private static PlantedFault planted(String kind, String row, Rule rule, String where) {
        return new PlantedFault(kind, List.of(row), rule, where);
    }

    private static String program(String more) {
        return suite("stdio", SUMS, "a, b = map(int, input().split())\\nprint(a + b)", more);
    }

    private static String cases(String cases) {
        return suite("stdio", cases, "a, b = map(int, input().split())\\nprint(a + b)", "");
    }

    private static String function(String more) {
        return suite(
                "function\",\"entry_point\":\"first",
                "{\"args\":[[3,1],1],\"expected\":[3]},{\"args\":[[4,5,6],2],\"expected\":[4,5]},{\"args\":[[9],5],\"expected\":[9]},"
                        + "{\"args\":[[-6,0,-6],4],\"expected\":[-6,0,-6]},{\"args\":[[],2],\"expected\":[]},{\"args\":[[8],0],\"expected\":[]},"
                        + "{\"args\":[[5,2,7],-1],\"expected\":[5,2]},{\"args\":[[1,5,2],-2],\"expected\":[1]}",
                "def first(xs, n):\\n    return xs[:n]",
                more);
    }

    private static String assertion(String third) {
        return suite(
                "assert\",\"entry_point\":\"absolute",
                "{\"code\":\"assert absolute(-7) == 7\\nassert absolute(-1) == 1\"},"
                        + "{\"code\":\"assert absolute(4) == 4\\nassert absolute(-2) == 2\"},{\"code\":\"" + third
                        + "\"}",
                "def absolute(x):\\n    if x < 0:\\n        return 0 - x\\n    return x",
                "");
    }

    private static String solution(String verdict, String source) {
        return program(
                ",\"solutions\":[{\"id\":\"labelled\",\"verdict\":\"" + verdict + "\",\"source\":\"" + source + "\"}]");
    }

    private static String slow(String limits) {
        return suite(
                "stdio",
                "{\"id\":\"a\",\"stdin\":\"300\",\"stdout\":\"300\"},{\"id\":\"b\",\"stdin\":\"1\",\"stdout\":\"1\"},"
                        + "{\"id\":\"c\",\"stdin\":\"2\",\"stdout\":\"2\"}",
                "import time\\nn = int(input())\\nwhile time.process_time() < n / 1000:\\n    pass\\nprint(n)",
                limits);
    }

    private static String large() {
        return suite(
                "stdio",
                SUMS,
                "filling = bytearray(70 << 20)\\na, b = map(int, input().split())\\nprint(a + b)",
                ",\"limits\":{\"memory_bytes\":100000000}");
    }

    private static String weak() {
        return suite(
                "function\",\"entry_point\":\"between",
                "{\"args\":[5,1,9],\"expected\":true},{\"args\":[3,1,9],\"expected\":true},{\"args\":[0,1,9],\"expected\":false},"
                        + "{\"args\":[12,1,9],\"expected\":false}",
                "def between(x, low, high):\\n    return low <= x and x <= high",
                ",\"scoring\":{\"type\":\"all_or_nothing\"}");
    }

    private static String suite(String mode, String cases, String reference, String more) {
        return "{\"suite\":1,\"id\":\"" + mode.replaceAll("\\W.*", "") + "\",\"mode\":\"" + mode + "\",\"cases\":["
                + cases + "],\"reference\":\"" + reference + "\\n\"" + more + "}";
    }
}
