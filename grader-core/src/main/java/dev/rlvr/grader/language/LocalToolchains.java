package dev.rlvr.grader.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The toolchains of this machine: looked for, and prepared, when a language is first used. */
public final class LocalToolchains implements Toolchains {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern DOTTED = Pattern.compile("\\d+(?:\\.\\d+)+[\\w.+~-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Path prepared;
    private final Preparation preparation;
    private final ConcurrentMap<String, Optional<String>> versions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param prepared folder for what is made once; agents have to show it to programs */
    public LocalToolchains(Path prepared) {
        this.prepared = prepared;
        this.preparation = new Preparation(prepared);
    }

    @Override
    public void require(Language language) throws InterruptedException {
        if (version(language).isEmpty()) {
            throw new ToolchainMissing(language.title() + " is not installed here; run: apt-get install "
                    + String.join(" ", language.packages()));
        }
    }

    @Override
    public Optional<String> version(Language language) throws InterruptedException {
        var known = versions.get(language.name());
        if (known != null) {
            return known;
        }
        var lock = locks.computeIfAbsent(language.base(), _ -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            var found = versions.get(language.name());
            if (found == null) {
                found = find(language);
                versions.put(language.name(), found);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** A version command may itself be something that is prepared. */
    private Optional<String> find(Language language) throws InterruptedException {
        if (language.version().stream().anyMatch(word -> word.contains("{prepared}"))) {
            return preparation.ensure(language, "") ? probe(language) : Optional.empty();
        }
        var version = probe(language);
        if (version.isPresent() && !preparation.ensure(language, version.get())) {
            throw new ToolchainMissing("what " + language.title() + " needs could not be prepared; run: sh "
                    + language.folder().resolve(language.prepare().orElse("")) + " FOLDER, and see why");
        }
        return version;
    }

    private Optional<String> probe(Language language) throws InterruptedException {
        var command = new ArrayList<String>();
        for (var word : language.version()) {
            command.add(
                    word.replace("{prepared}", prepared.resolve(language.base()).toString()));
        }
        return HostCommand.run(List.copyOf(command), language.folder(), PATIENCE)
                .map(LocalToolchains::version);
    }

    private static String version(String words) {
        return Stream.of(DOTTED, NUMBER)
                .flatMap(pattern -> pattern.matcher(words).results())
                .map(MatchResult::group)
                .findFirst()
                .orElse("unknown");
    }
}
