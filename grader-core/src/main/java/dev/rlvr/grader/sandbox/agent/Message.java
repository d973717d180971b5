package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Isolation;

/** What an agent says. */
sealed interface Message {
    record Hello(int protocol, Isolation isolation, int cgroup, int landlock) implements Message {}

    record Result(CaseOutcome outcome) implements Message {}

    /** The case was stopped, or not even started, as we did not want it any more. */
    record Cancelled() implements Message {}

    record Clean() implements Message {}

    /** It could not run the case; it is still alive. */
    record Failed(String reason) implements Message {}
}
