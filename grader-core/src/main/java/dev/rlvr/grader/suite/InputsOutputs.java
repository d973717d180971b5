package dev.rlvr.grader.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inputs and outputs as two lists side by side: APPS, TACO, verl's prime_code; and DeepMind's CodeContests, which has
 * several such pairs.
 */
final class InputsOutputs implements Shape {

    private static final List<String> PARTS = List.of("public_tests", "private_tests", "generated_tests");

    @Override
    public boolean fits(Row row) {
        return !pairs(row).isEmpty();
    }

    @Override
    public Tests read(Reading reading) {
        var examples = new ArrayList<Example>();
        for (var pair : pairs(reading.row())) {
            var inputs = pair.inputs();
            var outputs = pair.outputs();
            var count = inputs.node().size();
            if (count != outputs.node().size()) {
                var counts = outputs.node().size() + " elements, but " + inputs.path() + " has " + count;
                reading.problems().add(outputs.path(), "has " + counts + "; write one output for each input");
            }
            for (var i = 0; i < Math.min(count, outputs.node().size()); i++) {
                var input = inputs.at(i);
                examples.add(
                        new Example(input.path(), Optional.of(input), Optional.of(outputs.at(i)), Example.Kind.UNSAID));
            }
        }
        return new Examples(reading).read(examples, true);
    }

    private record Pair(Row.Field inputs, Row.Field outputs) {}

    private static List<Pair> pairs(Row row) {
        for (var layer : row.layers()) {
            var inputs = layer.at("inputs").decoded();
            if (inputs.node().isArray() && !inputs.node().isEmpty()) {
                return List.of(new Pair(inputs, layer.at("outputs").decoded()));
            }
        }
        var pairs = new ArrayList<Pair>();
        for (var layer : row.layers()) {
            for (var part : PARTS) {
                var inputs = layer.at(part).decoded().at("input").decoded();
                if (inputs.node().isArray() && !inputs.node().isEmpty()) {
                    pairs.add(new Pair(
                            inputs, layer.at(part).decoded().at("output").decoded()));
                }
            }
        }
        return pairs;
    }
}
