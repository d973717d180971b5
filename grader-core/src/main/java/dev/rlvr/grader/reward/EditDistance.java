package dev.rlvr.grader.reward;

import java.util.stream.IntStream;

/** How many letters have to be put in, taken out or replaced to turn one word into the other. */
final class EditDistance {

    private EditDistance() {}

    static int between(String from, String to) {
        var row = IntStream.rangeClosed(0, to.length()).toArray();
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
