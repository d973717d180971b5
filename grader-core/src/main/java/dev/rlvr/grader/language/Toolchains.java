package dev.rlvr.grader.language;

import java.util.Optional;

/** What of the languages is there to be used. Thread-safe. */
public interface Toolchains {

    /**
     * Makes sure that programs of a language can be built and run. The first call for a language may take a while.
     *
     * @throws ToolchainMissing when they cannot, with what to do
     */
    void require(Language language) throws InterruptedException;

    /** Where nothing is known until it is tried: another machine has them. */
    static Toolchains assumed() {
        return new Toolchains() {
            @Override
            public void require(Language language) {}

            @Override
            public Optional<String> version(Language language) {
                return Optional.empty();
            }
        };
    }

    /** The version that is there; empty where there is none. */
    Optional<String> version(Language language) throws InterruptedException;
}
