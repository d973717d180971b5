package dev.rlvr.grader.verify;

import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;

/**
 * A fault put into a suite without any.
 *
 * @param kind what was done
 * @param rows the file, broken
 * @param rule what has to be found
 * @param where the place that has to be named
 */
record PlantedFault(String kind, List<String> rows, Rule rule, String where) {

    @Override
    public String toString() {
        return kind;
    }
}
