package dev.rlvr.grader.server;

import com.sun.net.httpserver.HttpExchange;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.remote.JobWire;
import dev.rlvr.grader.sandbox.remote.JobWire.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Runs a job and writes a line for each case as soon as it is over. An empty line every second tells that the worker is
 * alive, and finds out whether anybody still listens: if not, the job is stopped.
 */
final class JobAnswer implements JobListener {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final byte[] ALIVE = {'\n'};

    private final OutputStream out;
    private final Thread runner = Thread.currentThread();
    private boolean over;

    private JobAnswer(OutputStream out) {
        this.out = out;
    }

    /** In this thread, to its end. */
    static void write(HttpExchange exchange, Job job, Sandbox sandbox) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        var answer = new JobAnswer(exchange.getResponseBody());
        answer.send(ALIVE);
        var beats = Thread.ofVirtual().name("heartbeat").start(answer::beat);
        try {
            var last = answer.run(job, sandbox);
            answer.send(JobWire.write(last));
        } finally {
            answer.finish();
            beats.interrupt();
        }
    }

    private Line run(Job job, Sandbox sandbox) {
        try {
            sandbox.execute(job, this);
            return new Line.Done();
        } catch (SandboxException e) {
            return new Line.Failed(e.getMessage());
        } catch (InterruptedException _) {
            return new Line.Failed("the job was stopped");
        }
    }

    @Override
    public void buildFinished(RunOutcome outcome) {
        tell(new Line.Build(outcome));
    }

    @Override
    public boolean caseFinished(int index, CaseOutcome outcome) {
        tell(new Line.Case(index, outcome));
        return true;
    }

    private void tell(Line line) {
        try {
            send(JobWire.write(line));
        } catch (IOException e) {
            throw new UncheckedIOException("nobody listens any more", e);
        }
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                send(ALIVE);
            }
        } catch (IOException _) {
            stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void send(byte[] line) throws IOException {
        if (!over) {
            out.write(line);
            out.flush();
        }
    }

    private synchronized void stop() {
        if (!over) {
            runner.interrupt();
        }
    }

    /** From here on the thread may serve others, and nothing may reach it any more. */
    private synchronized void finish() {
        over = true;
    }
}
