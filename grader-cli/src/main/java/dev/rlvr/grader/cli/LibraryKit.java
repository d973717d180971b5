package dev.rlvr.grader.cli;

import dev.rlvr.grader.Grader;
import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.reward.RewardPolicy;
import dev.rlvr.grader.sample.SampleReader;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.suite.SuiteRepository;
import java.nio.file.Path;
import java.util.List;

/** The real ones. */
record LibraryKit(Settings settings) implements Kit {

    @Override
    public Rows rows(Path samples) {
        return new FileRows(SampleReader.open(samples));
    }

    @Override
    public Engine engine(Inputs inputs, SandboxOptions options) throws InterruptedException {
        var suites = inputs.suites().isEmpty() ? SuiteRepository.empty() : SuiteRepository.open(inputs.suites());
        var builder = new GraderBuilder(settings.home())
                .suites(suites)
                .policy(inputs.policy().map(RewardPolicy::read).orElseGet(RewardPolicy::defaults));
        var backend = options.open(settings);
        return new SandboxedEngine(
                builder.sandbox(backend.sandbox(), backend.toolchains()).build(), backend);
    }

    private record FileRows(SampleReader reader) implements Rows {
        @Override
        public boolean hasNext() {
            return reader.hasNext();
        }

        @Override
        public SampleRow next() {
            return reader.next();
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private record SandboxedEngine(Grader grader, Backend backend) implements Engine {
        @Override
        public Grade grade(Sample sample) throws InterruptedException {
            return grader.grade(sample);
        }

        @Override
        public String isolation() {
            return grader.isolation();
        }

        @Override
        public String sandbox() {
            return backend.name();
        }

        @Override
        public List<String> remarks() {
            return backend.remarks();
        }

        @Override
        public Extraction extract(Sample sample) {
            return grader.extraction(sample);
        }

        @Override
        public void close() {
            grader.close();
            backend.close();
        }
    }
}
