package dev.rlvr.grader.fleet;

import java.util.regex.Pattern;

/**
 * Which ECS service the workers are, and where they listen.
 *
 * @param cluster the name of the cluster
 * @param service the name of the service
 * @param port of every worker
 */
public record FleetName(String cluster, String service, int port) {

    private static final Pattern TEXT = Pattern.compile("ecs://([^/:]+)/([^/:]+)(?::(\\d{1,5}))?");

    /** What ECS allows. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    public static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    public FleetName {
        check("cluster", cluster);
        check("service", service);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("must name a port in 1.." + HIGHEST_PORT + ", not " + port);
        }
    }

    private static void check(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "must name a " + what + " with letters, digits, - and _ only, not " + name);
        }
    }

    /** @param text such as {@code ecs://cluster/service:8080}; without a port it is 8080 */
    public static FleetName parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "must name cluster, service and port, as in ecs://grader/workers:8080, not " + text);
        }
        var port = parts.group(3);
        return new FleetName(parts.group(1), parts.group(2), port == null ? USUAL_PORT : Integer.parseInt(port));
    }

    @Override
    public String toString() {
        return "ecs://" + cluster + "/" + service + ":" + port;
    }
}
