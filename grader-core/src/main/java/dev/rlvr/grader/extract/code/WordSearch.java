package dev.rlvr.grader.extract.code;

import java.util.HashSet;
import java.util.Set;

/** Looks for whole words. */
final class WordSearch {

    private WordSearch() {}

    static Set<String> found(String text, Set<String> words) {
        var found = new HashSet<String>();
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            if (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                continue;
            }
            if (at > start) {
                var word = text.substring(start, at);
                if (words.contains(word)) {
                    found.add(word);
                }
            }
            start = at + 1;
        }
        return found;
    }
}
