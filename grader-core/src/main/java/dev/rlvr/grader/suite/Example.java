package dev.rlvr.grader.suite;

import java.util.Optional;

/**
 * One input with the output expected for it, as a row has it.
 *
 * @param path the place of the whole, for messages about what is not there
 * @param kind what the row itself says about how the input is to be given
 */
record Example(String path, Optional<Row.Field> input, Optional<Row.Field> output, Kind kind) {

    enum Kind {
        STDIN,
        CALL,
        /** The row does not say: a call if there is a function to call. */
        UNSAID
    }
}
