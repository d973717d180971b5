package dev.rlvr.grader.language;

import dev.rlvr.grader.model.ByteSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How programs of one language, or of a variant of it, are built and run.
 *
 * @param name what suites call it, such as {@code cpp} or {@code cpp17}
 * @param folder where its files are; a variant has those of the language
 * @param base the language it is a variant of; its own name where it is none
 * @param aliases other names that suites may use
 * @param fences labels of fenced code blocks in it, all names included
 * @param packages Debian packages that bring it
 * @param version command whose output tells the version; fails where the language is not installed
 * @param build left out where nothing is built
 * @param warm whether programs are forked from the agent's warm interpreter instead of executed
 * @param fenced whether a limit of the address space is bearable as a second fence of memory
 * @param allowance what its runtime takes for itself
 * @param stack of its main thread; left out: that of the suite
 * @param prepare script in the folder that makes things once, such as precompiled headers
 * @param paths files outside of {@code /usr} and its like that it reads
 * @param inline how tests in the language are put together with a candidate; left out: they cannot be
 * @param function how a function of a candidate is called; left out: it cannot be
 * @param lacks subjects of conformance that it cannot show
 */
public record Language(
        String name,
        Path folder,
        String base,
        String title,
        Set<String> aliases,
        Set<String> fences,
        List<String> packages,
        List<String> version,
        SourceName source,
        Optional<BuildStep> build,
        Command run,
        boolean warm,
        boolean fenced,
        Allowance allowance,
        Optional<ByteSize> stack,
        Optional<String> prepare,
        List<String> paths,
        Optional<Assembly> inline,
        Optional<Assembly> function,
        Set<String> lacks) {

    public Language {
        aliases = Set.copyOf(aliases);
        fences = Set.copyOf(fences);
        packages = List.copyOf(packages);
        version = List.copyOf(version);
        paths = List.copyOf(paths);
        lacks = Set.copyOf(lacks);
    }

    public boolean isVariant() {
        return !name.equals(base);
    }
}
