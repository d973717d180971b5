package dev.rlvr.grader.suite;

/** One of the ways in which data sets write tests down. */
interface Shape {

    /** Whether the row has the fields that this shape is known by. Says nothing about their being right. */
    boolean fits(Row row);

    /** Reads a row that fits, and reports everything that is wrong with its tests. */
    Tests read(Reading reading);

    /** A row being read: what every shape wants to know about it, and where problems go. */
    record Reading(Row row, String language, Solutions solutions, EntryPoint entryPoint, Problems problems) {

        boolean python() {
            return language.equals(Language.PYTHON);
        }
    }
}
