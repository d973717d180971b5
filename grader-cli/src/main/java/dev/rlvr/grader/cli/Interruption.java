package dev.rlvr.grader.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes Ctrl-C and SIGTERM end a command in good order. Both start the JVM's shutdown hooks; ours asks the command to
 * stop, waits until it has said what there is to say, and then ends the process with the code for it.
 */
final class Interruption {

    /** Longer than a run takes to stop, so that this only bounds what hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private record Stop(Runnable action, Duration patience, ExitCode code) {}

    private final AtomicReference<Stop> stop = new AtomicReference<>();
    private final CountDownLatch finished = new CountDownLatch(1);

    void install() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(this::end));
    }

    /** What to do on a signal. Until there is something, a signal ends the process at once. */
    void onSignal(Runnable action) {
        onSignal(action, PATIENCE, ExitCode.INTERRUPTED);
    }

    /**
     * @param patience how long the command may take to end
     * @param code for when it did
     */
    void onSignal(Runnable action, Duration patience, ExitCode code) {
        stop.set(new Stop(action, patience, code));
    }

    /** The command is over and has printed everything: a shutdown from here on is an ordinary exit. */
    void commandFinished() {
        finished.countDown();
    }

    private void end() {
        if (finished.getCount() == 0) {
            return;
        }
        var asked = stop.get();
        if (asked != null) {
            asked.action().run();
            if (commandEnds(asked.patience())) {
                Runtime.getRuntime().halt(asked.code().number());
            }
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    private boolean commandEnds(Duration atMost) {
        try {
            return finished.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
