package dev.rlvr.grader.language;

/** What the file of a candidate is called. */
public sealed interface SourceName {

    record Fixed(String name) implements SourceName {}

    /** After the class in it, as Java wants it. */
    record OfClass(String extension, String otherwise) implements SourceName {}
}
