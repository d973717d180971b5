package dev.rlvr.grader.extract.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the info string of a fence says about its content. */
public sealed interface FenceLabel {

    record Language(String id) implements FenceLabel {}

    /** Output, data, a shell session, markup: never the answer. */
    record NotCode() implements FenceLabel {}

    /** Text that may hold fenced blocks itself. */
    record Markdown() implements FenceLabel {}

    /**
     * Nothing, or a word that says nothing to us.
     *
     * @param word in lower case, or empty
     */
    record Unlabelled(String word) implements FenceLabel {}

    /** Splits the tables below; no completion is ever shown to it. */
    Pattern WORDS = Pattern.compile("\\s+");

    /** One line per language: the id that suites use, then the other words that models write for it. */
    String LANGUAGES = """
            python py python3 py3 python2 pypy pypy3 ipython pycon doctest sage
            cpp c++ cc cxx c++11 c++14 c++17 c++20 c++23 cplusplus g++ hpp
            c h gcc
            java jdk
            javascript js node nodejs mjs cjs jsx ecmascript
            typescript ts tsx deno
            go golang
            rust rs
            csharp c# cs dotnet
            kotlin kt kts
            scala sc
            swift
            ruby rb
            php
            perl pl
            haskell hs
            ocaml ml
            lua
            r
            julia jl
            dart
            pascal pas delphi
            fortran f90
            lean lean4
            sql sqlite mysql postgresql
            bash sh shell zsh ksh
            """;

    String NO_CODE = """
            text txt plaintext plain output out stdout stderr input stdin console terminal shell-session shellsession
            sh-session powershell ps1 cmd bat json jsonl json5 yaml yml toml ini cfg conf xml html css scss svg csv tsv
            rst tex latex math diff patch log makefile dockerfile mermaid dot graphviz pseudocode pseudo
            example examples result results explanation error traceback none
            """;

    Map<String, FenceLabel> KNOWN = table();

    /** Reads the first word: {@code Python 3}, <code>{.python}</code>, {@code python:main.py}, {@code py title="x"}. */
    static FenceLabel of(String info) {
        var known = KNOWN.get(info);
        return known == null ? ofFirstWord(info) : known;
    }

    private static FenceLabel ofFirstWord(String info) {
        var from = 0;
        while (from < info.length() && "{. ".indexOf(info.charAt(from)) >= 0) {
            from++;
        }
        var to = from;
        while (to < info.length() && " \t,;:{}()=\"".indexOf(info.charAt(to)) < 0) {
            to++;
        }
        var word = info.substring(from, to).toLowerCase(Locale.ROOT);
        var plain = word.startsWith("language-") ? word.substring("language-".length()) : word;
        var extension = plain.substring(plain.lastIndexOf('.') + 1);
        var label = KNOWN.getOrDefault(plain, KNOWN.get(extension));
        if (label == null && plain.startsWith("python")) {
            return new Language("python");
        }
        return label == null ? new Unlabelled(plain) : label;
    }

    private static Map<String, FenceLabel> table() {
        var table = new HashMap<String, FenceLabel>();
        LANGUAGES.lines().forEach(line -> {
            var words = WORDS.splitAsStream(line).toList();
            words.forEach(word -> table.put(word, new Language(words.getFirst())));
        });
        WORDS.splitAsStream(NO_CODE).forEach(word -> table.put(word, new NotCode()));
        for (var word : List.of("markdown", "md", "mdx")) {
            table.put(word, new Markdown());
        }
        return Map.copyOf(table);
    }
}
