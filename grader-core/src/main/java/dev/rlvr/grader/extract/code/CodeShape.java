package dev.rlvr.grader.extract.code;

import java.util.List;
import java.util.Set;

/** What can be told about a text, without running or parsing it, when it should hold code of one language. */
public interface CodeShape {

    /** More code than anything else. */
    boolean looksLikeCode(String text);

    /** Code from the first line to the last. */
    boolean isAllCode(String text);

    /** Code to run: without the prompts of an interactive session. Blank if the text is no program after all. */
    String clean(String code);

    /** The pieces of code in a text that has no fences, in order. */
    List<String> pieces(String text);

    /** @param asked names that {@link Names#defined} is to tell of */
    Names names(String code, Set<String> asked);

    /** The names in a piece of code. */
    interface Names {

        /** Those of the names asked for that it defines. */
        Set<String> defined();

        /** Names that other pieces may use: definitions, imports, constants. */
        Set<String> offered();

        /** Those of these names that it uses without defining them itself. */
        Set<String> lacking(Set<String> names);

        boolean reads();

        boolean writes();
    }
}
