package dev.rlvr.grader.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An ECS endpoint on this machine with one service: AWS's JSON 1.1 protocol with ListTasks (in pages), DescribeTasks,
 * DescribeServices, UpdateService and StopTask, and the errors of the real one. What a task is, the {@link TaskRunner} says.
 */
public final class FakeEcs implements AutoCloseable {

    public static final String CLUSTER = "grader";
    public static final String SERVICE = "workers";

    private static final String TARGET = "AmazonEC2ContainerServiceV20141113.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An error as ECS words it. */
    private static final class Refused extends Exception {
        private final String type;

        Refused(String type, String message) {
            super(message);
            this.type = type;
        }
    }

    private final HttpServer server;
    private final FakeService service;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger throttled = new AtomicInteger();
    private volatile int pageSize = 100;

    public FakeEcs(TaskRunner runner) throws IOException {
        service = new FakeService(CLUSTER, runner);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the SDK has to find in the environment to ask this endpoint. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_ECS", endpoint().toString(),
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret-of-the-role");
    }

    /** AWS's own client, which gives up at the first error. */
    public EcsClient client() {
        return EcsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    public void scale(int tasks) {
        service.scale(tasks);
    }

    /** As {@link #scale}, and waits until all of them run. */
    public void run(int tasks) throws InterruptedException {
        scale(tasks);
        while (service.tasks().stream()
                        .filter(task -> task.running().isPresent())
                        .count()
                != tasks) {
            Thread.sleep(20);
        }
    }

    /** The next requests, so many, get ECS's answer to those who ask too often. */
    public void throttle(int many) {
        throttled.set(many);
    }

    /** How many tasks ListTasks gives at once. */
    public void pages(int size) {
        pageSize = size;
    }

    /** From now on ECS says so of the task at this address. */
    public void health(String ip, String status) {
        service.tasks().stream()
                .filter(task -> task.running().filter(it -> it.ip().equals(ip)).isPresent())
                .forEach(task -> task.health(status));
    }

    /** Names of the operations that were asked for, in order, those that were throttled included. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            var target = String.valueOf(headers.getFirst("X-Amz-Target"));
            var signed =
                    String.valueOf(headers.getFirst("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=id/");
            requests.add(target.replace(TARGET, ""));
            try {
                if (!signed) {
                    throw new Refused("AccessDeniedException", "not signed");
                }
                if (throttled.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                    throw new Refused("ThrottlingException", "Rate exceeded");
                }
                reply(exchange, 200, answer(target.replace(TARGET, ""), JSON.readTree(body)));
            } catch (Refused e) {
                reply(exchange, 400, Map.of("__type", e.type, "message", String.valueOf(e.getMessage())));
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        var bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Map<String, Object> answer(String operation, JsonNode request) throws Refused {
        if (!request.path("cluster").asString("").equals(CLUSTER)) {
            throw new Refused("ClusterNotFoundException", "Cluster not found.");
        }
        return switch (operation) {
            case "ListTasks" -> listTasks(request);
            case "DescribeTasks" -> describeTasks(request);
            case "DescribeServices" -> describeServices(request);
            case "UpdateService" -> updateService(request);
            case "StopTask" -> stopTask(request);
            default -> throw new Refused("InvalidParameterException", "no such operation: " + operation);
        };
    }

    private void checkService(String name) throws Refused {
        if (!name.equals(SERVICE)) {
            throw new Refused("ServiceNotFoundException", "Service not found.");
        }
    }

    private Map<String, Object> listTasks(JsonNode request) throws Refused {
        checkService(request.path("serviceName").asString(""));
        var from = Integer.parseInt(request.path("nextToken").asString("0"));
        var all = service.tasks().stream()
                .filter(FakeTask::wanted)
                .map(FakeTask::arn)
                .toList();
        var to = Math.min(from + pageSize, all.size());
        var answer = new HashMap<String, Object>(Map.of("taskArns", all.subList(Math.min(from, to), to)));
        if (to < all.size()) {
            answer.put("nextToken", String.valueOf(to));
        }
        return answer;
    }

    private Map<String, Object> describeTasks(JsonNode request) throws Refused {
        var wanted = request.path("tasks").valueStream().map(JsonNode::asString).toList();
        if (wanted.isEmpty() || wanted.size() > 100) {
            throw new Refused("InvalidParameterException", "tasks must have 1 to 100 entries");
        }
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        for (var arn : wanted) {
            service.tasks().stream()
                    .filter(task -> task.arn().equals(arn))
                    .findFirst()
                    .ifPresentOrElse(
                            task -> found.add(task.description()),
                            () -> failures.add(Map.of("arn", arn, "reason", "MISSING")));
        }
        return Map.of("tasks", found, "failures", failures);
    }

    private Map<String, Object> describeServices(JsonNode request) {
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        for (var name : request.path("services")) {
            if (name.asString("").equals(SERVICE)) {
                found.add(service.description(SERVICE));
            } else {
                failures.add(Map.of("arn", name.asString(""), "reason", "MISSING"));
            }
        }
        return Map.of("services", found, "failures", failures);
    }

    private Map<String, Object> updateService(JsonNode request) throws Refused {
        checkService(request.path("service").asString(""));
        service.scale(request.path("desiredCount").asInt());
        return Map.of("service", service.description(SERVICE));
    }

    private Map<String, Object> stopTask(JsonNode request) throws Refused {
        var arn = request.path("task").asString("");
        var task = service.tasks().stream()
                .filter(it -> it.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new Refused("InvalidParameterException", "The referenced task was not found."));
        service.replace(task);
        return Map.of("task", task.description());
    }

    @Override
    public void close() {
        service.close();
        server.stop(0);
    }
}
