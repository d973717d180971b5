package dev.rlvr.grader.cli;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.testing.Grades;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Stands in for the library, so that commands are tested without a sandbox. A row is {@code id completion}; the
 * completion says what becomes of it.
 */
final class FakeKit implements Kit {

    final List<String> graded = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Rows rows(Path samples) {
        try {
            return new LineRows(
                    Files.readAllLines(samples).stream().map(FakeKit::row).iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleRow row(String line) {
        var space = line.indexOf(' ');
        return space < 0
                ? new SampleRow.Bad(line, "samples, line of " + line + ": no completion")
                : new SampleRow.Good(Grades.sample(line.substring(0, space), line.substring(space + 1)));
    }

    @Override
    public Engine engine(Inputs inputs, SandboxOptions options) {
        return new FakeEngine(graded);
    }

    private record LineRows(Iterator<SampleRow> rows) implements Rows {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public SampleRow next() {
            return rows.next();
        }

        @Override
        public void close() {}
    }

    private record FakeEngine(List<String> graded) implements Engine {
        @Override
        public Grade grade(Sample sample) throws InterruptedException {
            graded.add(sample.id());
            return switch (sample.completion()) {
                case "right" -> Grades.accepted(sample.id());
                case "wrong" -> Grades.rejected(sample.id());
                case "untestable" -> Grades.ungraded(sample.id(), Fault.SUITE);
                case "unlucky" -> Grades.ungraded(sample.id(), Fault.INFRASTRUCTURE);
                case "slow" -> {
                    Thread.sleep(50);
                    yield Grades.accepted(sample.id());
                }
                default -> throw new IllegalArgumentException(sample.completion());
            };
        }

        @Override
        public String isolation() {
            return "namespaces";
        }

        @Override
        public String sandbox() {
            return "local";
        }

        @Override
        public List<String> remarks() {
            return List.of("this is not a real one");
        }

        @Override
        public Extraction extract(Sample sample) {
            return new Extraction.Found(new Submission("python", sample.completion()), "fence:last", false);
        }

        @Override
        public void close() {}
    }
}
