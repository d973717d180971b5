package dev.rlvr.grader.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP side of the Lambda runtime: hands out events and takes replies. */
final class RuntimeApi implements AutoCloseable {

    private static final String BASE = "/2018-06-01/runtime/";
    private static final long SECONDS_FOR_A_REPLY = 120;
    private static final int ACCEPTED = 202;

    /** What came back for an event. */
    sealed interface Outcome {
        record Response(byte[] body) implements Outcome {}

        /** @param body with errorMessage and errorType */
        record Failure(String body) implements Outcome {}
    }

    private record Event(String id, byte[] body) {}

    private final HttpServer server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Outcome>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Outcome> broken = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private final long invocationMillis;

    RuntimeApi(long invocationMillis) throws IOException {
        this.invocationMillis = invocationMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE, this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    Outcome invoke(byte[] event) throws Exception {
        var id = "request-" + count.incrementAndGet();
        var outcome = new CompletableFuture<Outcome>();
        waiting.put(id, outcome);
        events.add(new Event(id, event));
        try {
            var first = CompletableFuture.anyOf(outcome, broken).get(SECONDS_FOR_A_REPLY, TimeUnit.SECONDS);
            return (Outcome) first;
        } catch (TimeoutException e) {
            throw new AssertionError("no reply within " + SECONDS_FOR_A_REPLY + " s", e);
        }
    }

    byte[] response(byte[] event) throws Exception {
        return switch (invoke(event)) {
            case Outcome.Response(var body) -> body;
            case Outcome.Failure(var body) -> throw new AssertionError("the invocation failed: " + body);
        };
    }

    /** There will be no more replies. */
    void gone(String why) {
        broken.complete(new Outcome.Failure(why));
        asked.countDown();
    }

    /** Returns when the function is initialised, or cannot be. */
    void awaitInitialised() throws InterruptedException {
        asked.await();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(BASE.length());
        var body = exchange.getRequestBody().readAllBytes();
        var parts = path.split("/", -1);
        if (path.equals("invocation/next")) {
            next(exchange);
            return;
        }
        if (path.equals("init/error")) {
            gone(new String(body, StandardCharsets.UTF_8));
        } else if (parts.length == 3 && waiting.containsKey(parts[1])) {
            waiting.get(parts[1])
                    .complete(
                            parts[2].equals("response")
                                    ? new Outcome.Response(body)
                                    : new Outcome.Failure(new String(body, StandardCharsets.UTF_8)));
        }
        exchange.sendResponseHeaders(ACCEPTED, -1);
        exchange.close();
    }

    private void next(HttpExchange exchange) throws IOException {
        asked.countDown();
        try {
            var event = events.take();
            var headers = exchange.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", event.id());
            headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + invocationMillis));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:1:function:SageMaker-grader");
            headers.set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, event.body().length);
            exchange.getResponseBody().write(event.body());
            exchange.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
