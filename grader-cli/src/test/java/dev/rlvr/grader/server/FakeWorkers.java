package dev.rlvr.grader.server;

import dev.rlvr.grader.fleet.TaskRunner;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers in this process, each at an address of its own, as tasks have: all of 127.0.0.0/8 is this machine. */
public final class FakeWorkers implements TaskRunner {

    private final Sandbox sandbox;
    private final int port;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    public FakeWorkers(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        try (var any = new ServerSocket(0)) {
            this.port = any.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** Where the worker listens that was started as this one, from 1. */
    public String ip(int number) {
        return "127.0.1." + number;
    }

    public int ended() {
        return ended.get();
    }

    @Override
    public Running start(String id) throws IOException {
        var ip = ip(started.incrementAndGet());
        var server = new WorkerServer(
                new WorkerConfig(new InetSocketAddress(ip, port), Signed.SECRET, 4, 0, ByteSize.mebibytes(1)), sandbox);
        return new Running() {
            @Override
            public String ip() {
                return ip;
            }

            @Override
            public void stop() throws InterruptedException {
                server.drain(Duration.ofSeconds(5));
                server.close();
                ended.incrementAndGet();
            }
        };
    }
}
