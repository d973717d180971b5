package dev.rlvr.grader.plan;

import dev.rlvr.grader.language.SourceName;
import java.util.regex.Pattern;

/**
 * The name of a source file, and of the class to start, where a language wants one to follow from the other.
 *
 * @param file such as {@code Main.java}
 * @param type qualified, such as {@code Main}; empty in languages that do not care
 */
record MainClass(String file, String type) {

    /** What may look like code and is none. Possessive, so that no text takes more than linear time. */
    private static final Pattern NOT_CODE = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.){1,6}+'|//[^\\n]*+|/\\*[\\s\\S]*?\\*/");

    private static final Pattern TYPE = Pattern.compile(
            "(?:^|[\\s;}])((?:public|final|abstract|strictfp|sealed|static)\\s{1,100})?+(?:(?:public|final|abstract|strictfp|sealed|non-sealed|static)\\s{1,100}){0,4}+(?:class|interface|enum|record)\\s{1,100}(\\w{1,90})");

    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s{1,100}main\\s{0,100}\\(");
    private static final Pattern PACKAGE =
            Pattern.compile("(?:^|[\\n;])\\s{0,100}package\\s{1,100}([\\w.]{1,200})\\s{0,100};");

    static MainClass of(SourceName name, String source) {
        return switch (name) {
            case SourceName.Fixed(var file) -> new MainClass(file, "");
            case SourceName.OfClass(var extension, var otherwise) -> find(source, extension, otherwise);
        };
    }

    private static MainClass find(String source, String extension, String otherwise) {
        var code = NOT_CODE.matcher(source).replaceAll(" ");
        var main = MAIN.matcher(code);
        var mainAt = main.find() ? main.start() : -1;
        var isPublic = "";
        var holdsMain = "";
        var types = TYPE.matcher(code);
        while (types.find()) {
            var declaration = types.group();
            if (isPublic.isEmpty() && declaration.contains("public") && depth(code, types.start()) == 0) {
                isPublic = types.group(2);
            }
            if (types.start() < mainAt && depth(code, types.start()) == 0) {
                holdsMain = types.group(2);
            }
        }
        var start = holdsMain.isEmpty() ? (isPublic.isEmpty() ? otherwise : isPublic) : holdsMain;
        var packages = PACKAGE.matcher(code);
        var prefix = packages.find() ? packages.group(1) + "." : "";
        return new MainClass((isPublic.isEmpty() ? start : isPublic) + extension, prefix + start);
    }

    private static int depth(String code, int end) {
        var depth = 0;
        for (var i = 0; i < end; i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
        }
        return depth;
    }
}
