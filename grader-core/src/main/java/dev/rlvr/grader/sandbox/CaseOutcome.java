package dev.rlvr.grader.sandbox;

import java.util.Optional;

/** What came of a {@link CaseRun}. */
public record CaseOutcome(RunOutcome candidate, Optional<RunOutcome> judge) {}
