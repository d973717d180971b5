package dev.rlvr.grader.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program with a grader that only waits, for tests that send it signals. */
final class SlowGrading {

    private SlowGrading() {}

    public static void main(String[] args) {
        var interruption = new Interruption();
        interruption.install();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(out, out, Settings.ofMachine());
        var code = Main.run(terminal, new FakeKit(), interruption, args);
        interruption.commandFinished();
        System.exit(code);
    }
}
