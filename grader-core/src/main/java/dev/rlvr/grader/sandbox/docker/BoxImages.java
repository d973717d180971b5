package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.sandbox.SandboxException;

/** Which images boxes are made of. Thread-safe. */
public interface BoxImages {

    /**
     * The image that runs jobs of this toolchain.
     *
     * @return a reference, such as {@code rlvr-grader/python:0f3a5b7c9d1e}; its entry point is the agent
     * @throws SandboxException when the engine has none, with what to do
     */
    String of(String toolchain);

    /**
     * One of those that there are, to begin with.
     *
     * @throws SandboxException when there is none, with what to do
     */
    String first();

    /** The same one, whatever is to run. */
    static BoxImages only(String image) {
        return new BoxImages() {
            @Override
            public String of(String toolchain) {
                return image;
            }

            @Override
            public String first() {
                return image;
            }
        };
    }
}
