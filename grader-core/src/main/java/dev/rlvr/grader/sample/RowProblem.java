package dev.rlvr.grader.sample;

/** Why a row cannot be read: field, what is wrong, what to do. Becomes a {@link SampleRow.Bad}. */
final class RowProblem extends RuntimeException {

    RowProblem(String field, String problem) {
        super(field + ": " + problem);
    }
}
