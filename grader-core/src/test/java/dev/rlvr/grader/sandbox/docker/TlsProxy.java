package dev.rlvr.grader.sandbox.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Makes the engine of this machine one that is reached by TCP and TLS, with certificates on both sides. */
final class TlsProxy implements Closeable {

    private final SSLServerSocket server;
    private final EngineAddress engine;
    private final AtomicInteger accepted = new AtomicInteger();

    TlsProxy(SSLContext context, EngineAddress engine) throws IOException {
        this.engine = engine;
        this.server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        Thread.ofPlatform().daemon().name("tls-proxy").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Connections over which something was said. */
    int accepted() {
        return accepted.get();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void serve(Socket client) {
        try (client;
                var behind = EngineSocket.open(engine)) {
            var first = client.getInputStream().read(); // the handshake has to succeed before anything goes on
            if (first < 0) {
                return;
            }
            accepted.incrementAndGet();
            behind.output().write(first);
            var answers = Thread.ofPlatform().daemon().start(() -> copy(behind.input(), client));
            client.getInputStream().transferTo(behind.output());
            answers.join();
        } catch (IOException _) {
            // One of the two has ended.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(InputStream from, Socket client) {
        try (client;
                OutputStream to = client.getOutputStream()) {
            from.transferTo(to);
        } catch (IOException _) {
            // One of the two has ended.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
