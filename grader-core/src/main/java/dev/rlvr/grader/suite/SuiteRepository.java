package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.json.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the suite of a sample: by name in files that were given or in a store, or in the sample's own row. Thread-safe. */
public final class SuiteRepository {

    /** Of suite text, in characters or bytes; what was read from it takes a few times as much. */
    private static final long CACHED_TEXT = 32L << 20;

    private static final String INLINE = "the suite in the sample";

    private final SuiteIndex index;
    private final SuiteStore store;
    private final SuiteCache named = new SuiteCache(CACHED_TEXT);
    private final SuiteCache inline = new SuiteCache(CACHED_TEXT);

    private SuiteRepository(SuiteIndex index, SuiteStore store) {
        this.index = index;
        this.store = store;
    }

    /** Suites for samples that carry their own. */
    public static SuiteRepository empty() {
        return new SuiteRepository(SuiteIndex.empty(), _ -> Optional.empty());
    }

    /**
     * The suites in these files and folders. Folders are searched to the bottom for {@code .json} and {@code .jsonl}.
     *
     * @throws SuiteException with every problem of every file
     */
    public static SuiteRepository open(List<Path> paths) {
        return new SuiteRepository(SuiteIndex.of(paths), _ -> Optional.empty());
    }

    /** These suites, and behind them those of a store: it is asked for the names that the files do not have. */
    public SuiteRepository or(SuiteStore elsewhere) {
        return new SuiteRepository(index, elsewhere);
    }

    /** The names under which suites can be found, in no order. */
    public Set<String> ids() {
        return Set.copyOf(index.ids());
    }

    /**
     * @throws SuiteException if there is no such suite, or it cannot be used
     * @throws SuiteUnavailable if the store cannot say whether there is
     */
    public Suite find(Sample.SuiteRef reference) {
        return switch (reference) {
            case Sample.SuiteRef.Named(var name) -> named(name.strip());
            case Sample.SuiteRef.Inline(var json) ->
                inline.get(json, json.length(), () -> SuiteReader.read(json, INLINE, "inline"));
            case Sample.SuiteRef.Missing(var why) -> throw new SuiteException(List.of(why));
        };
    }

    private Suite named(String name) {
        var source = index.find(name);
        if (source.isPresent()) {
            var place = source.get();
            return named.get(place.place() + "@" + place.offset(), place.length(), place::read);
        }
        // By its whole text: what was stored under a name may change, what was read from a text may not.
        var text = store.text(name).orElseThrow(() -> unknown(name));
        return named.get(name + "\n" + text, text.length(), () -> SuiteReader.read(text, name, name));
    }

    private SuiteException unknown(String name) {
        var problem = "no suite is named " + Text.brief(name, 80) + "; ";
        if (index.ids().isEmpty()) {
            return new SuiteException(List.of(problem + "no suites were given, name their files with --suites"));
        }
        var near = index.near(name);
        return new SuiteException(List.of(problem
                + (near.isEmpty() ? "none has a similar name" : "did you mean " + String.join(" or ", near) + "?")));
    }
}
