package dev.rlvr.grader;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program of {@code testcases/hostile} against the suites beside it, at level {@code namespaces}; a fourth of them at
 * level {@code uid}, if this user can have it, and all with {@code -Dgrader.hostile=full}. There is one box, so each is followed on it by an honest solution.
 */
class CheatsIT {

    private static final int UID_ONE_IN = 4;
    private static final List<Runnable> LAST = new ArrayList<>();

    private static List<Isolation> levels() {
        // An ordinary user has no other user ids to give away.
        return System.getProperty("user.name").equals("root")
                ? List.of(Isolation.NAMESPACES, Isolation.UID)
                : List.of(Isolation.NAMESPACES);
    }

    @TestFactory
    Stream<DynamicContainer> each_program_gets_what_its_first_line_says() throws IOException, InterruptedException {
        var containers = new ArrayList<DynamicContainer>();
        for (var level : levels()) {
            var name = "local/" + level.name().toLowerCase(Locale.ROOT);
            var results = new HostileTable.Column(name);
            var sandbox = new LocalSandbox(Installation.under(RealData.home()), 1, Optional.of(level));
            var grading = new Grading(1, sandbox, SuiteRepository.empty());
            var some = level == Isolation.NAMESPACES ? Cheats.all() : Cheats.some(UID_ONE_IN, 0);
            LAST.add(grading::close);
            if (Cheats.FULL) {
                LAST.add(results::save);
            }
            containers.add(DynamicContainer.dynamicContainer(name, Cheats.on(grading, some, results)));
        }
        return containers.stream();
    }

    @AfterAll
    static void stop() throws IOException {
        LAST.forEach(Runnable::run);
        HostileTable.writeIfAsked();
    }
}
