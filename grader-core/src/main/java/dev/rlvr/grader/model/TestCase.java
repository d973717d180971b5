package dev.rlvr.grader.model;

import java.util.List;

/**
 * One test. What it expects stays outside of the sandbox that runs the candidate.
 *
 * @param id unique in its suite
 * @param group the id of the {@link TestGroup} it belongs to
 * @param weight its share in {@link ScoringSpec.Fraction}
 */
public record TestCase(String id, String group, double weight, Check check) {

    public TestCase {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of test " + id + " must be a positive number");
        }
    }

    /**
     * What a test of a program has besides input and answer.
     *
     * @param arguments the program's command line
     * @param files in its working directory
     * @param checkerArguments of the validator, behind those of every test
     */
    public record Extras(List<String> arguments, List<SourceFile> files, List<String> checkerArguments) {
        public static final Extras NONE = new Extras(List.of(), List.of(), List.of());

        public Extras {
            arguments = List.copyOf(arguments);
            files = List.copyOf(files);
            checkerArguments = List.copyOf(checkerArguments);
        }
    }

    public sealed interface Check {

        /**
         * Standard input in, standard output compared.
         *
         * @param extras what else the program and its checker get
         */
        record Stdio(String stdin, String expected, Extras extras) implements Check {
            public Stdio(String stdin, String expected) {
                this(stdin, expected, Extras.NONE);
            }
        }

        /** A JSON array of arguments in, the returned value compared as JSON. */
        record Call(String argumentsJson, String expectedJson) implements Check {}

        /**
         * Test code that runs in the judge process, or in mode {@link Mode.Inline} in one program with the candidate: passes
         * if it ends without an exception.
         *
         * @param code complete test module
         * @param test name of the one test in it to run (`test_x`, `TestX.test_y`), or empty for the module as a whole
         */
        record Code(String code, String test) implements Check {}
    }
}
