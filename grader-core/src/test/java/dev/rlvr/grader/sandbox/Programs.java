package dev.rlvr.grader.sandbox;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cases to run, and what came of them. */
public final class Programs {

    private Programs() {}

    public static CaseRun script(String id, String source) {
        return script(id, source, new byte[0], Limits.DEFAULT);
    }

    public static CaseRun script(String id, String source, byte[] stdin, Limits limits) {
        return CaseRun.of(id, new ProgramRun(Runner.SCRIPT, solution(source), List.of(), stdin, limits));
    }

    public static CaseRun command(String... argv) {
        return CaseRun.of("exec", new ProgramRun(Runner.EXEC, List.of(), List.of(argv), new byte[0], Limits.DEFAULT));
    }

    public static CaseRun call(String source, String request) {
        var stdin = request.getBytes(StandardCharsets.UTF_8);
        return CaseRun.of("call", new ProgramRun(Runner.FUNCTION, solution(source), List.of(), stdin, Limits.DEFAULT));
    }

    public static CaseRun judged(String source, String tests) {
        var settings = "{\"test\":\"\",\"entry_points\":[\"f\"],\"entry_point\":\"\",\"modules\":[\"solution\"]}";
        var judgeFiles = List.of(
                SourceFile.utf8("tests.py", tests),
                SourceFile.utf8("prelude.py", ""),
                SourceFile.utf8("judge.json", settings));
        return CaseRun.judged(
                "judged",
                new ProgramRun(Runner.CANDIDATE, solution(source), List.of(), new byte[0], Limits.DEFAULT),
                new ProgramRun(Runner.JUDGE, judgeFiles, List.of(), new byte[0], Limits.DEFAULT));
    }

    private static List<SourceFile> solution(String source) {
        return List.of(SourceFile.utf8("solution.py", source));
    }

    /** All of them, checked for being reported in order. */
    public static List<CaseOutcome> outcomes(Sandbox sandbox, CaseRun... cases) throws InterruptedException {
        var outcomes = new ArrayList<CaseOutcome>();
        sandbox.execute(new Job("python", List.of(cases)), (index, outcome) -> {
            if (index != outcomes.size()) {
                throw new AssertionError("case " + index + " was reported after " + outcomes.size() + " others");
            }
            return outcomes.add(outcome);
        });
        return outcomes;
    }

    public static RunOutcome run(Sandbox sandbox, CaseRun run) throws InterruptedException {
        return outcomes(sandbox, run).getFirst().candidate();
    }
}
