package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.agent.AgentEnd;
import dev.rlvr.grader.sandbox.agent.AgentLink;
import dev.rlvr.grader.sandbox.agent.LastWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A keeper, its agent, and their standard streams. */
final class LocalLink implements AgentLink {

    private static final Duration STOP = Duration.ofSeconds(5);

    /** As the shell and Java put a SIGKILL, which nothing inside of a box can send. */
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final LastWords words = new LastWords();
    private final Thread listener;

    LocalLink(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().name("agent-words").start(this::readWords);
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public AgentEnd end(Duration patience) throws InterruptedException {
        var code = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
        listener.join(patience);
        return new AgentEnd("exit code " + code, words.toString(), code == KILLED);
    }

    private void readWords() {
        try (var in = process.getErrorStream()) {
            var chunk = new byte[4096];
            for (int n; (n = in.read(chunk)) > 0; ) {
                words.add(chunk, n);
            }
        } catch (IOException _) {
            // The stream ends with the process.
        }
    }

    /** The keeper stays behind to remove what the kernel does not, and then ends as well. */
    @Override
    public void kill() {
        var agents = process.children().toList();
        if (agents.isEmpty()) {
            // Through its handle: Process.destroyForcibly would close the streams with the reason in them.
            process.toHandle().destroyForcibly();
        }
        agents.forEach(ProcessHandle::destroyForcibly);
    }

    /** It ends when its input does. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException _) {
            // It is gone already, or about to be.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
