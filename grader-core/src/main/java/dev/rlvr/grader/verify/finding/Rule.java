package dev.rlvr.grader.verify.finding;

import static dev.rlvr.grader.verify.finding.Severity.ERROR;
import static dev.rlvr.grader.verify.finding.Severity.NOTE;
import static dev.rlvr.grader.verify.finding.Severity.WARNING;

/** Everything that can be found. The codes are a promise; {@code docs/verify.md} explains each. */
public enum Rule {
    UNREADABLE("V001", ERROR, "suite cannot be read", "Correct the field that is named."),
    DUPLICATE_ID("V002", ERROR, "id is taken", "Give each suite an id of its own, or remove one of the two."),
    NO_TOOLCHAIN("V003", ERROR, "language cannot be run", "Use a language that `grader` has, or leave the suite out."),
    SUITE_FAULT("V004", ERROR, "tests are broken", "Repair the test code: it fails by itself, whatever the candidate."),

    NO_REFERENCE("V101", WARNING, "no reference solution", "Add a `reference`, so that the tests can be tried."),
    REFERENCE_FAILS("V102", ERROR, "reference fails a test", "Correct the expected value, or the reference."),
    TIGHT_TIME("V103", WARNING, "time limit is tight", "Raise the time limit as suggested."),
    TIGHT_MEMORY("V104", WARNING, "memory limit is tight", "Raise the memory limit as suggested."),
    REFERENCES_DISAGREE(
            "V105", ERROR, "references disagree", "Find out which is right; allow both in the checker if both are."),
    LABEL_BROKEN("V106", ERROR, "solution does not earn its label", "Add a test that it fails, or correct its label."),
    FLAKY(
            "V107",
            ERROR,
            "verdict changes between runs",
            "Remove what depends on time, randomness, hash order or the order of tests."),

    DUPLICATE_INPUT("V201", WARNING, "same input twice", "Remove one: it weighs double and tests nothing more."),
    CONTRADICTION("V202", ERROR, "same input, different answers", "Keep the right answer only."),
    NO_DISCRIMINATION(
            "V203", WARNING, "test fails no wrong program", "Give it an input on which likely mistakes show."),
    BLANK_EXPECTED("V204", WARNING, "nothing is expected", "Expect some output: a program that does nothing passes."),
    CARRIAGE_RETURN("V205", WARNING, "carriage returns", "Convert the file to plain line feeds."),
    SAME_ANSWER("V206", WARNING, "every answer is the same", "Add tests with other answers."),
    RANDOM_TEST("V207", WARNING, "tests are not reproducible", "Seed the generator, or use fixed values."),
    OUTSIDE_WORLD(
            "V208", ERROR, "tests need the outside world", "Replace network, clock or environment by fixed values."),

    INPUT_INVALID("V209", ERROR, "input is not valid", "Correct the input, or its validator."),
    NO_INPUT_VALIDATOR(
            "V210", WARNING, "no input validator", "Add a program to `input_validators/` that checks every input."),
    UNCHECKED(
            "V211",
            WARNING,
            "answer is not checked",
            "Compare it with a value that does not come from the candidate itself."),

    CHECKER_REJECTS_ANSWER(
            "V301",
            ERROR,
            "checker rejects the answer itself",
            "Correct the expected value or choose another checker."),
    CHECKER_ACCEPTS_JUNK("V302", ERROR, "checker accepts junk", "Choose a stricter checker."),
    WIDE_TOLERANCE("V303", WARNING, "tolerance is wide", "Lower the tolerance until a wrong value is rejected."),

    GUESSABLE("V401", WARNING, "guessing pays", "Add tests with other answers, or score groups all-or-nothing."),
    ANSWERS_PUBLIC(
            "V402", WARNING, "answers are in the problem's text", "Add hidden tests that the text does not show."),

    PAYLOAD_TOO_LARGE(
            "V501",
            ERROR,
            "larger than a Lambda payload",
            "Refer to the suite by name, or shrink its tests below 6 MB."),
    PAYLOAD_LARGE(
            "V502",
            WARNING,
            "leaves little room in a Lambda payload",
            "Refer to the suite by name, or shrink its tests."),

    WEAK("V601", WARNING, "wrong program passes every test", "Add the input shown as a test."),
    UNMEASURED(
            "V602",
            NOTE,
            "strength was not measured",
            "See the message; a reference that passes is needed, in Python, C++, C, Java or JavaScript."),
    NOT_RUN("V603", NOTE, "something was not run", "See the message."),
    LEFT_OUT("V604", NOTE, "part of the package was left out", "See the message."),
    PROPOSED(
            "V605",
            NOTE,
            "test is proposed",
            "Look at it; `--strengthen-into DIR` writes it into a copy of the suite."),
    SURVIVORS(
            "V606",
            NOTE,
            "mutants pass every test",
            "Look at the diffs: add a test for each that is not the same program."),
    EDGE_CASE(
            "V607",
            WARNING,
            "edge case is not tested",
            "Add a test for it, or say in the problem's text that it is not asked for.");

    private final String code;
    private final Severity severity;
    private final String title;
    private final String fix;

    Rule(String code, Severity severity, String title, String fix) {
        this.code = code;
        this.severity = severity;
        this.title = title;
        this.fix = fix;
    }

    /** Stable: {@code V102}. */
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** A few words without a full stop. */
    public String title() {
        return title;
    }

    /** One sentence that says what to do. */
    public String fix() {
        return fix;
    }
}
