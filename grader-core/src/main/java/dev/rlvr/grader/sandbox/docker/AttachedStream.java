package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.rlvr.grader.sandbox.agent.LastWords;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The standard streams of a container: what the engine calls attaching, after which the HTTP connection belongs to us.
 * docker-java can do it as well, seven times slower and without backpressure (docs/adr/0011-own-attach.md).
 *
 * <p>What comes from the container is in blocks: one byte for the stream (1 stdout, 2 stderr), three zeros, the length
 * as four bytes, most significant first, and so many bytes.
 */
final class AttachedStream extends InputStream implements Closeable {

    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int HEADER = 8;
    private static final int LONGEST_RESPONSE = 16 << 10;
    private static final int LONGEST_REASON = 1 << 10;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private final EngineSocket socket;
    private final InputStream blocks;
    private final LastWords words = new LastWords();
    private int left;

    /** @param socket after the engine's answer */
    AttachedStream(EngineSocket socket) {
        this.socket = socket;
        this.blocks = new BufferedInputStream(socket.input(), 1 << 16);
    }

    /**
     * Attaches to a container, best before it is started, so that nothing is missed.
     *
     * @throws DockerException when the engine answers that it will not, as it does to other requests
     */
    static AttachedStream open(DockerEngine engine, String container) throws IOException {
        var socket = EngineSocket.open(engine.address());
        try {
            var stream = new AttachedStream(socket);
            stream.upgrade(
                    "/v" + engine.api() + "/containers/" + container + "/attach?stream=1&stdin=1&stdout=1&stderr=1");
            return stream;
        } catch (IOException | DockerException e) {
            socket.close();
            throw e;
        }
    }

    private void upgrade(String path) throws IOException {
        var request = "POST " + path + " HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                + "Content-Length: 0\r\n\r\n";
        socket.output().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.output().flush();
        var response = new StringBuilder();
        while (response.indexOf("\r\n\r\n") < 0) {
            var c = blocks.read();
            if (c < 0 || response.length() > LONGEST_RESPONSE) {
                throw new IOException("the engine did not attach the streams of the container");
            }
            response.append((char) c);
        }
        var status = STATUS.matcher(response);
        if (!status.lookingAt()) {
            throw new IOException("what answers is no engine: "
                    + response.toString().lines().findFirst().orElse(""));
        }
        var code = Integer.parseInt(status.group(1));
        // Engines that ignore the wish to upgrade hand over the connection all the same, and say 200.
        if (code != 101 && code != 200) {
            throw new DockerException(reason(), code);
        }
    }

    /** What an engine that refuses sends after its headers: JSON with a message, in one piece. */
    private String reason() throws IOException {
        var body = new byte[LONGEST_REASON];
        var length = blocks.read(body);
        return length < 0
                ? "it does not attach the container"
                : new String(body, 0, length, StandardCharsets.UTF_8).strip();
    }

    OutputStream toContainer() {
        return socket.output();
    }

    /** The end of what came on stderr so far. Complete once this stream has ended. */
    LastWords words() {
        return words;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** From stdout. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (!nextBlock()) {
                return -1;
            }
        }
        var n = blocks.read(into, offset, Math.min(length, left));
        if (n < 0) {
            throw new EOFException("the connection to the container ended in the middle of a block");
        }
        left -= n;
        return n;
    }

    private boolean nextBlock() throws IOException {
        var header = ByteBuffer.wrap(blocks.readNBytes(HEADER));
        if (header.remaining() < HEADER) {
            return false;
        }
        var size = header.getInt(4);
        if (size < 0) {
            throw new IOException("the engine announced a block of " + Integer.toUnsignedLong(size) + " bytes");
        }
        switch (header.get(0)) {
            case STDOUT -> left = size;
            case STDERR -> hear(size);
            default -> throw new IOException("the engine sent a block of the unknown stream " + header.get(0));
        }
        return true;
    }

    private void hear(int size) throws IOException {
        var chunk = new byte[4096];
        for (var rest = size; rest > 0; ) {
            var n = blocks.read(chunk, 0, Math.min(rest, chunk.length));
            if (n < 0) {
                return;
            }
            words.add(chunk, n);
            rest -= n;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
