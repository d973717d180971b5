package dev.rlvr.grader.report;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the making of an image is: a bar on a terminal, a line for each step elsewhere. */
public interface BuildBar extends AutoCloseable {

    void step(String image, int done, int steps, String what);

    @Override
    void close();

    static BuildBar onTerminal(int columns, PrintStream terminal) {
        return new Bar(new ProgressBarBuilder()
                .setTaskName("images")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(terminal, columns))
                .build());
    }

    static BuildBar lines(PrintStream out) {
        return new Lines(out);
    }

    /** The library's bar. */
    record Bar(ProgressBar bar) implements BuildBar {
        @Override
        public void step(String image, int done, int steps, String what) {
            bar.maxHint(steps);
            bar.stepTo(done);
            bar.setExtraMessage(" " + image + ": " + Words.oneLine(what, 60));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For files and pipes. */
    record Lines(PrintStream out) implements BuildBar {
        @Override
        public void step(String image, int done, int steps, String what) {
            out.println(String.format(Locale.ROOT, "%s %d/%d %s", image, done + 1, steps, Words.oneLine(what, 100)));
            out.flush();
        }

        @Override
        public void close() {}
    }
}
