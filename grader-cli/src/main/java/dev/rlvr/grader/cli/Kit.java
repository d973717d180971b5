package dev.rlvr.grader.cli;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.run.GradeFunction;
import dev.rlvr.grader.sample.SampleRow;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The parts of the library that commands are made of. */
interface Kit {

    Rows rows(Path samples);

    Engine engine(Inputs inputs, SandboxOptions options) throws InterruptedException;

    /** Samples of a file, one at a time. */
    interface Rows extends Iterator<SampleRow>, Closeable {}

    /** A grader, ready to run. */
    interface Engine extends GradeFunction, AutoCloseable {

        /** Where programs run: a name that {@code --sandbox} takes. */
        String sandbox();

        /** Sentences on why it is not a better place. */
        List<String> remarks();

        /** The level at which programs run. */
        String isolation();

        /** What is found in the completion. Needs a readable suite, unlike {@link #grade}. */
        Extraction extract(Sample sample);

        @Override
        void close();
    }
}
