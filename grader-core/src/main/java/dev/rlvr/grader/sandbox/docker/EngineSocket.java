package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;

/**
 * A bare connection to an engine.
 *
 * @param connection closing it ends reads and writes that are under way
 */
record EngineSocket(InputStream input, OutputStream output, Closeable connection) implements Closeable {

    private static final int CONNECT_MILLIS = 10_000;

    static EngineSocket open(EngineAddress address) throws IOException {
        var host = address.host();
        return String.valueOf(host.getScheme()).equals("unix")
                ? unix(Path.of(host.getPath()))
                : tcp(address, new InetSocketAddress(String.valueOf(host.getHost()), host.getPort()));
    }

    private static EngineSocket unix(Path path) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new EngineSocket(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
    }

    private static EngineSocket tcp(EngineAddress address, InetSocketAddress at) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(at, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true); // the only way to notice that the machine of the engine is gone
            var secured = address.certificates().isPresent()
                    ? secured(socket, at, address.certificates().get())
                    : socket;
            return new EngineSocket(secured.getInputStream(), secured.getOutputStream(), secured);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, InetSocketAddress at, Path certificates) throws IOException {
        try {
            var context = new LocalDirectorySSLConfig(certificates.toString()).getSSLContext();
            var secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, at.getHostString(), at.getPort(), true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (DockerClientException e) {
            throw new IOException("the certificates in " + certificates + " cannot be used", e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
