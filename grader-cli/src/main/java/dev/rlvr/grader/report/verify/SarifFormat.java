package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import dev.rlvr.grader.verify.finding.Severity;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SARIF 2.1.0, from which code hosts make annotations. */
public final class SarifFormat implements Format {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Path root;

    /** @param root of the checkout: paths are written relative to it */
    public SarifFormat(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String render(Outcome outcome) {
        var document =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        var run = document.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver").put("name", "grader verify");
        driver.put("semanticVersion", outcome.version().matches("\\d+\\.\\d+\\.\\d+.*") ? outcome.version() : "0.0.0");
        var rules = driver.putArray("rules");
        for (var rule : Rule.values()) {
            var node = rules.addObject().put("id", rule.code()).put("name", rule.name());
            node.putObject("shortDescription").put("text", rule.title());
            node.putObject("help").put("text", rule.fix());
            node.putObject("defaultConfiguration").put("level", level(rule.severity()));
        }
        var invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", outcome.failures() == 0);
        var results = run.putArray("results");
        outcome.findings().forEach(finding -> results.add(result(finding)));
        return JsonMapper.shared().writeValueAsString(document) + "\n";
    }

    private ObjectNode result(Finding finding) {
        var result = JsonNodeFactory.instance
                .objectNode()
                .put("ruleId", finding.rule().code())
                .put("level", level(finding.rule().severity()));
        var where = finding.suite() + (finding.where().isEmpty() ? "" : ", " + finding.where());
        result.putObject("message")
                .put(
                        "text",
                        (where.isEmpty() ? "" : where + ": ") + finding.message() + ". "
                                + finding.rule().fix());
        var place = result.putArray("locations").addObject();
        var physical = place.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.file()));
        physical.putObject("region").put("startLine", finding.line());
        if (!where.isEmpty()) {
            place.putArray("logicalLocations").addObject().put("fullyQualifiedName", where);
        }
        return result;
    }

    private String uri(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(root)
                ? root.toUri().relativize(absolute.toUri()).toString()
                : absolute.toUri().toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
