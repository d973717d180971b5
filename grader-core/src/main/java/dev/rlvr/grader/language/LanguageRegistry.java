package dev.rlvr.grader.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The languages that there are folders for, and their variants. */
public final class LanguageRegistry {

    private final List<Language> languages;
    private final Map<String, Language> byName = new HashMap<>();

    private LanguageRegistry(List<Language> languages) {
        this.languages = List.copyOf(languages);
        var problems = new ArrayList<String>();
        languages.forEach(language -> claim(language, language.name(), problems));
        for (var language : languages) {
            language.aliases().stream().sorted().forEach(alias -> claim(language, alias, problems));
        }
        if (!problems.isEmpty()) {
            throw new LanguageException(problems);
        }
    }

    private void claim(Language language, String name, List<String> problems) {
        var other = byName.putIfAbsent(name, language);
        if (other != null && !other.equals(language)) {
            problems.add(language.base() + "/" + LanguageFile.NAME + ": `" + name + "` is already a name of "
                    + other.name() + "; remove one of them");
        }
    }

    /**
     * @param folder holds a folder for each language; others in it are left alone
     * @throws LanguageException with every problem of every file
     */
    public static LanguageRegistry load(Path folder) {
        var languages = new ArrayList<Language>();
        var problems = new ArrayList<String>();
        try {
            for (var each : LanguageFile.foldersIn(folder)) {
                try {
                    languages.addAll(LanguageFile.read(each));
                } catch (LanguageException e) {
                    problems.addAll(e.problems());
                }
            }
        } catch (IOException e) {
            problems.add(folder + ": cannot be read: " + e.getMessage() + "; is this the installation of the grader?");
        }
        if (!problems.isEmpty()) {
            throw new LanguageException(problems);
        }
        return new LanguageRegistry(languages);
    }

    /** By name or alias, however it is capitalised. */
    public Optional<Language> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Each language, followed by its variants. */
    public List<Language> all() {
        return languages;
    }

    /** What any of them reads outside of {@code /usr} and its like. */
    public List<String> paths() {
        return languages.stream()
                .flatMap(language -> language.paths().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The names of all, for people who used another one. */
    public String names() {
        return languages.stream().map(Language::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }
}
