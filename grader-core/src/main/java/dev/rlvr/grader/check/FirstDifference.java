package dev.rlvr.grader.check;

import dev.rlvr.grader.check.CheckResult.Rejected;

/** Says where an output departs from the expected one: one line of at most 300 printable ASCII characters. */
final class FirstDifference {

    static final int LONGEST = 300;

    private static final int CONTEXT = 20;

    private FirstDifference() {}

    static Rejected token(Tokens got, Tokens want) {
        return rejected(place(got) + ": got " + quoted(got) + ", expected " + quoted(want));
    }

    static Rejected missing(Tokens want) {
        return rejected("output ends before " + place(want) + " of what is expected: " + quoted(want));
    }

    static Rejected extra(Tokens got) {
        return rejected(place(got) + ": got " + quoted(got) + ", expected the end");
    }

    /** With a little of what comes before, as a single byte says nothing. */
    static Rejected atByte(int at, byte[] actual, byte[] expected) {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < at; i++) {
            if (actual[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        var from = Math.max(lineStart, at - CONTEXT);
        return rejected("line %d, byte %d: got %s, expected %s"
                .formatted(line, at - lineStart + 1, fromHere(actual, from), fromHere(expected, from)));
    }

    static Rejected unexpectedLine(int line, String content) {
        return rejected("line " + line + ": " + content + " is not expected, or not as often");
    }

    static Rejected missingLine(int line, String content) {
        return rejected("output lacks line " + line + " of what is expected: " + content);
    }

    static Rejected value(String path, String got, String expected) {
        return rejected("at " + path + ": got " + got + ", expected " + expected);
    }

    static Rejected rejected(String difference) {
        return new Rejected(difference.length() <= LONGEST ? difference : difference.substring(0, LONGEST));
    }

    private static String place(Tokens token) {
        return "line " + token.line() + ", token " + token.index();
    }

    private static String quoted(Tokens token) {
        return Printable.quoted(token.bytes(), token.start(), token.end());
    }

    private static String fromHere(byte[] bytes, int from) {
        return from < bytes.length ? Printable.quoted(bytes, from, bytes.length) : "the end";
    }
}
