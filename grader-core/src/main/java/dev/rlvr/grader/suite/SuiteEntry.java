package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A suite and what surrounds it in its file.
 *
 * @param line where its row begins, from 1
 * @param solutions programs that come with it, the reference first
 * @param publicText what a candidate is shown of the problem; empty where the row does not have it
 * @param bytes size of the row
 * @param duplicateOf the place of an earlier suite that has the same id and another text; empty if there is none
 * @param parts what a problem package has besides
 */
public record SuiteEntry(
        Path file,
        int line,
        Suite suite,
        List<LabelledSolution> solutions,
        String publicText,
        long bytes,
        String duplicateOf,
        Optional<PackageParts> parts) {

    public SuiteEntry {
        solutions = List.copyOf(solutions);
    }

    /** The same about another suite. */
    public SuiteEntry with(Suite other) {
        return new SuiteEntry(file, line, other, solutions, publicText, bytes, duplicateOf, parts);
    }

    public String place() {
        return file + ":" + line;
    }

    /** The solutions that are said to be right. */
    public List<LabelledSolution> references() {
        return solutions.stream()
                .filter(solution -> solution.wanted() == LabelledSolution.Label.ACCEPTED)
                .toList();
    }
}
