package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Test code that asks a random generator, the clock or the network is another test each time. */
final class Reproducible implements Check {

    private static final Pattern RANDOM = Pattern.compile(
            "(?m)\\brandom\\.(random|rand|randn|randint|randrange|choice|choices|sample|shuffle|uniform|gauss)\\b"
                    + "|\\b(secrets|uuid)\\.\\w+\\(|\\bos\\.urandom\\b");

    private static final Pattern SEED = Pattern.compile("\\bseed\\(|\\bRandom\\(\\s*\\d|\\bdefault_rng\\(\\s*\\d");

    private static final Pattern OUTSIDE =
            Pattern.compile("(?m)^\\s*(?:import|from)\\s+(socket|requests|urllib|http)\\b"
                    + "|\\b(datetime\\.now|datetime\\.today|date\\.today|time\\.time|os\\.environ|os\\.getenv)\\b");

    @Override
    public List<Finding> examine(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        for (var test : evidence.entry().suite().cases()) {
            if (test.check() instanceof Code(var code, var _)) {
                examine(evidence, test, code, findings);
            }
        }
        return findings;
    }

    private static void examine(Evidence evidence, TestCase test, String code, List<Finding> findings) {
        var random = RANDOM.matcher(code);
        if (random.find() && !SEED.matcher(code).find()) {
            findings.add(evidence.finding(
                    Rule.RANDOM_TEST,
                    "test " + test.id(),
                    "line " + line(code, random.start()) + " of its code calls " + random.group() + " without a seed"));
        }
        var outside = OUTSIDE.matcher(code);
        if (outside.find()) {
            findings.add(evidence.finding(
                    Rule.OUTSIDE_WORLD,
                    "test " + test.id(),
                    "line " + line(code, outside.start()) + " of its code has `"
                            + outside.group().strip() + "`"));
        }
    }

    private static long line(String code, int position) {
        return code.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
