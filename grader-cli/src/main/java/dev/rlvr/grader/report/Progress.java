package dev.rlvr.grader.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for people who wait. */
public interface Progress extends AutoCloseable {

    /** One more sample is done. */
    void step(OptionalDouble meanReward);

    @Override
    void close();

    /** For files, pipes and people who asked for quiet. */
    static Progress none() {
        return new Progress() {
            @Override
            public void step(OptionalDouble meanReward) {}

            @Override
            public void close() {}
        };
    }

    /**
     * @param total how many samples there are, or -1 when nobody knows
     * @param done how many of them were graded by an earlier run
     */
    static Progress bar(long total, long done, int columns, PrintStream terminal) {
        return new Bar(new ProgressBarBuilder()
                .setTaskName("grading")
                .setInitialMax(total)
                .setUnit(" samples", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .startsFrom(done, Duration.ZERO)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, columns))
                .build());
    }

    /** The library's bar, with the mean reward behind it. */
    record Bar(ProgressBar bar) implements Progress {
        @Override
        public void step(OptionalDouble meanReward) {
            bar.step();
            meanReward.ifPresent(mean -> bar.setExtraMessage(", mean reward " + Words.number(mean)));
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
