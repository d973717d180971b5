package dev.rlvr.grader.server;

import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.remote.JobWire;
import dev.rlvr.grader.sandbox.remote.RequestSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Requests to a worker, signed in any way. */
final class Signed {

    static final byte[] SECRET = "a secret of the tests".getBytes(StandardCharsets.UTF_8);
    static final byte[] NO_CASES = JobWire.write(new Job("python", List.of()));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Signed() {}

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    static RequestSignature signature(byte[] secret, byte[] body, Instant madeAt, String nonce) {
        return RequestSignature.of(secret, "/v1/jobs", body, madeAt, nonce);
    }

    static HttpResponse<String> post(int port, byte[] body, RequestSignature signature)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(port).resolve("/v1/jobs"))
                .header(RequestSignature.MADE_AT, signature.madeAt())
                .header(RequestSignature.NONCE, signature.nonce())
                .header(RequestSignature.BODY_HASH, signature.bodyHash())
                .header(RequestSignature.SIGNATURE, signature.signature())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    static HttpResponse<String> post(int port, byte[] body, String nonce) throws IOException, InterruptedException {
        return post(port, body, signature(SECRET, body, Instant.now(), nonce));
    }

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(port).resolve(path)).build(), BodyHandlers.ofString());
    }
}
