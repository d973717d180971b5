package dev.rlvr.grader.plan;

import dev.rlvr.grader.language.BuildStep;
import dev.rlvr.grader.language.Command;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.ProgramSource;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs and builds of programs that are executed, as their language says. */
record Programs(Language language, MainClass main, String entry, List<SourceFile> files) {

    /** Files that are compiled each by itself. */
    private static final Pattern UNITS = Pattern.compile("\\.(?:c|cc|cpp|cxx|C)$");

    private static final byte[] NO_INPUT = new byte[0];
    private static final ByteSize LARGEST_ARTEFACT = ByteSize.mebibytes(128);

    /** What compilers need besides time and memory; the words of one that goes on and on are cut. */
    private static final Limits COMPILER = Limits.DEFAULT
            .withProcesses(256)
            .withOpenFiles(1024)
            .withOutput(ByteSize.mebibytes(4))
            .withDisk(ByteSize.gibibytes(1), ByteSize.mebibytes(512));

    /** With its main file called what the language wants. */
    static Programs of(Language language, ProgramSource program) {
        var source = new String(program.main().content(), StandardCharsets.UTF_8);
        var main = MainClass.of(language.source(), source);
        var files = new ArrayList<SourceFile>();
        files.add(new SourceFile(main.file(), program.main().content()));
        program.files().stream()
                .skip(1)
                .filter(file -> !file.name().equals(main.file()))
                .forEach(files::add);
        return new Programs(language, main, "", files);
    }

    BuildRun build(BuildStep step, Command run) {
        var limits = COMPILER.withTime(step.cpu(), step.wall()).withMemory(step.memory());
        var program = new ProgramRun(
                Runner.EXEC,
                files,
                words(step.command(), limits),
                NO_INPUT,
                limits,
                surroundings(step.command(), false));
        return new BuildRun(program, run.mentions("{source}"), LARGEST_ARTEFACT);
    }

    /** @param built whether the files are in the working directory already, as a build left them */
    ProgramRun run(Runner runner, Command command, boolean built, byte[] stdin, Limits suite) {
        var limits = limits(suite);
        return new ProgramRun(
                runner,
                built ? List.of() : files,
                words(command, limits),
                stdin,
                limits,
                surroundings(command, language.fenced()));
    }

    private Limits limits(Limits suite) {
        var allowance = language.allowance();
        var memory = new ByteSize(suite.memory().bytes() + allowance.memory().bytes());
        return suite.withTime(suite.cpu().plus(allowance.cpu()), suite.wall().plus(allowance.wall()))
                .withMemory(memory)
                .withStack(language.stack().orElse(suite.stack()));
    }

    /** Compilers that do not find further sources by themselves are given all. */
    private List<String> words(Command command, Limits limits) {
        return command.argv().stream()
                .flatMap(word -> word.equals("{source}") ? sources() : Stream.of(filled(word, limits)))
                .toList();
    }

    private Stream<String> sources() {
        var further = files.stream().map(SourceFile::name).filter(name -> !name.equals(main.file()));
        return Stream.concat(
                Stream.of(main.file()),
                further.filter(name ->
                        UNITS.matcher(main.file()).find() && UNITS.matcher(name).find()));
    }

    private Surroundings surroundings(Command command, boolean fenced) {
        var env =
                command.env().stream().map(word -> filled(word, Limits.DEFAULT)).toList();
        return new Surroundings(env, fenced);
    }

    /** Which folder {@code {prepared}} is, only the agent knows: each language has a folder in it. */
    private String filled(String word, Limits limits) {
        return word.replace("{source}", main.file())
                .replace("{class}", main.type())
                .replace("{entry}", entry)
                .replace("{memory_mib}", String.valueOf(limits.memory().bytes() >> 20))
                .replace("{prepared}", "{prepared}/" + language.base());
    }
}
