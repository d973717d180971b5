package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.verify.SuiteReport;
import dev.rlvr.grader.verify.finding.Finding;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything, for programs. The fields are listed in {@code docs/verify.md}. */
public final class JsonFormat implements Format {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public String render(Outcome outcome) {
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("version", 1)
                .put("grader", outcome.version())
                .put("sandbox", outcome.sandbox())
                .put("wall_ms", outcome.took().toMillis());
        var suites = document.putArray("suites");
        outcome.suites().forEach(suite -> suites.add(node(suite)));
        return MAPPER.writeValueAsString(document) + "\n";
    }

    private static ObjectNode node(SuiteReport suite) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("id", suite.suite())
                .put("file", suite.file().toString())
                .put("line", suite.line())
                .put("tests", suite.tests())
                .put("mode", suite.mode())
                .put("wall_ms", suite.took().toMillis());
        suite.failure().ifPresent(why -> node.put("failure", why));
        var strength = suite.strength();
        if (strength.measured()) {
            var mutation = node.putObject("mutation")
                    .put("mutants", strength.mutants())
                    .put("killed", strength.killed())
                    .put("survivors", strength.survivors())
                    .put("score", strength.score())
                    .put("generated_inputs", strength.inputs());
            var lookalikes = mutation.putArray("presumed_equivalent");
            strength.lookalikes().forEach(lookalikes::add);
        }
        var solutions = node.putArray("solutions");
        suite.solutions().forEach(solution -> solutions.add(node(solution)));
        var findings = node.putArray("findings");
        suite.findings().forEach(finding -> findings.add(node(finding)));
        return node;
    }

    private static ObjectNode node(SuiteReport.Solution solution) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", solution.name())
                .put("wanted", solution.wanted())
                .put("verdict", solution.verdict().name())
                .put("passed", solution.passed())
                .put("slowest_cpu_ms", solution.slowest().toMillis());
    }

    private static ObjectNode node(Finding finding) {
        var rule = finding.rule();
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", rule.code())
                .put("severity", rule.severity().name().toLowerCase(Locale.ROOT))
                .put("title", rule.title())
                .put("where", finding.where())
                .put("message", finding.message())
                .put("fix", rule.fix())
                .put("detail", finding.detail());
    }
}
