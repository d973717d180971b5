package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.TestCase;
import java.util.ArrayList;
import java.util.List;

/** Turns inputs and expected outputs into tests of a program, or of a function where the row names one. */
final class Examples {

    private final Shape.Reading reading;
    private final Problems problems;

    Examples(Shape.Reading reading) {
        this.reading = reading;
        problems = reading.problems();
    }

    /** @param wrapped whether outputs may have a list around them; see {@link CallValues#unwrap} */
    Tests read(List<Example> examples, boolean wrapped) {
        var entry = reading.entryPoint();
        var calls = 0;
        for (var example : examples) {
            if (example.kind() == Example.Kind.CALL || (example.kind() == Example.Kind.UNSAID && !entry.missing())) {
                calls++;
            }
        }
        if (calls > 0 && entry.missing()) {
            problems.add("entry_point", "is missing; name the function that the tests call");
        }
        if (calls > 0 && calls < examples.size()) {
            problems.add("", "some tests are for stdin and some call a function; put them into two suites");
        }
        return calls > 0 ? calls(examples, wrapped) : programs(examples);
    }

    private Tests programs(List<Example> examples) {
        var checks = new ArrayList<TestCase.Check>();
        for (var example : examples) {
            var stdin =
                    example.input().map(field -> PlainText.of(field, problems)).orElse("");
            var expected =
                    example.output().map(field -> PlainText.of(field, problems)).orElse("");
            if (example.output().isEmpty()) {
                missingOutput(example);
            }
            checks.add(new TestCase.Check.Stdio(stdin, expected));
        }
        return new Tests(new Mode.Stdio(), Tests.numbered(checks), CheckerSpec.TOKENS);
    }

    private Tests calls(List<Example> examples, boolean wrapped) {
        var values = new CallValues(problems);
        for (var example : examples) {
            if (example.output().isEmpty()) {
                missingOutput(example);
            } else if (example.input().isEmpty()) {
                problems.add(example.path(), "has no arguments; write them as a list, [] for none");
            } else {
                values.add(example.input().get(), example.output().get());
            }
        }
        var name = reading.entryPoint().last();
        if (wrapped) {
            values.unwrap(name, reading.solutions());
        }
        return new Tests(new Mode.Function(name), Tests.numbered(values.checks()), values.checker());
    }

    private void missingOutput(Example example) {
        problems.add(example.path(), "has no expected output; add one, or remove the test");
    }
}
