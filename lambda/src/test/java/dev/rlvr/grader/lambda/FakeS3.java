package dev.rlvr.grader.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** An S3 endpoint on this machine: objects that can be got, with entity tags and S3's own errors. */
final class FakeS3 implements AutoCloseable {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    private volatile int failure;

    FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param path of bucket and key */
    void put(String path, String text) {
        objects.put("/" + path, text);
    }

    /** From now on, every request is answered with this status; 0: as it should be. */
    void fail(int status) {
        failure = status;
    }

    /** What was answered so far. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var text = objects.get(exchange.getRequestURI().getPath());
        if (failure != 0) {
            answer(exchange, failure, error("Denied"));
        } else if (!exchange.getRequestHeaders().containsKey("Authorization")) {
            answer(exchange, 403, error("MissingSecurityHeader"));
        } else if (text == null) {
            answer(exchange, NOT_FOUND, error("NoSuchKey"));
        } else {
            var tag = "\"" + Integer.toHexString(text.hashCode()) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            var asked = exchange.getRequestHeaders().getFirst("If-None-Match");
            answer(exchange, tag.equals(asked) ? NOT_MODIFIED : 200, tag.equals(asked) ? "" : text);
        }
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        statuses.add(status);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String error(String code) {
        return "<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
