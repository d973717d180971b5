package dev.rlvr.grader.sandbox.remote;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Every address that a host name has, asked for again after a while. A name server that is silent changes nothing. */
public final class DnsWorkers implements WorkerDirectory {

    private static final Duration FRESH = Duration.ofSeconds(15);

    /** How a name becomes addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    private final String name;
    private final int port;
    private final Resolver resolver;
    private final InstantSource clock;
    private List<URI> known = List.of();
    private Instant askAgain = Instant.MIN;

    public DnsWorkers(String name, int port) {
        this(name, port, InetAddress::getAllByName, InstantSource.system());
    }

    DnsWorkers(String name, int port, Resolver resolver, InstantSource clock) {
        this.name = name;
        this.port = port;
        this.resolver = resolver;
        this.clock = clock;
    }

    @Override
    public synchronized List<URI> workers() {
        var now = clock.instant();
        if (!now.isBefore(askAgain)) {
            askAgain = now.plus(FRESH);
            try {
                known = Arrays.stream(resolver.addresses(name)).map(this::uri).toList();
            } catch (UnknownHostException _) {
                // What was known may still be there; if it is not, its breaker opens.
            }
        }
        return known;
    }

    private URI uri(InetAddress address) {
        var host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
