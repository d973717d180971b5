package dev.rlvr.grader.doctor;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that tries, from inside of a sandbox, whether the walls are there. */
final class Probe {

    private static final String PROGRAM = """
            import errno, os, socket
            wrong = []
            if int(open("/proc/self/status").read().split("Seccomp:")[1].split()[0]) != 2:
                wrong.append("there is no seccomp filter")
            try:
                socket.socket()
                wrong.append("a socket can be made")
            except OSError:
                pass
            if os.getuid() == 0:
                wrong.append("it is root")
            print("; ".join(wrong) or "sound")
            """;

    private Probe() {}

    /** @return what is wrong; empty when every wall stands */
    static Optional<String> problem(Sandbox sandbox) throws InterruptedException {
        var run = new ProgramRun(
                Runner.SCRIPT,
                List.of(SourceFile.utf8("solution.py", PROGRAM)),
                List.of(),
                new byte[0],
                Limits.DEFAULT);
        var outcomes = new ArrayList<CaseOutcome>();
        sandbox.execute(new Job("python", List.of(CaseRun.of("probe", run))), (_, outcome) -> outcomes.add(outcome));
        var outcome = outcomes.getFirst().candidate();
        var said = (outcome.stdout().text() + outcome.stderr().text()).strip();
        if (!outcome.exitedNormally()) {
            return Optional.of("a program ended with " + outcome.ending() + ": " + said);
        }
        return said.equals("sound") ? Optional.empty() : Optional.of(said);
    }
}
