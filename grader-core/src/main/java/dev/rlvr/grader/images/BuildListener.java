package dev.rlvr.grader.images;

/** Hears how the making of an image goes on. Called by the thread that asked for the image, in order. */
@FunctionalInterface
public interface BuildListener {

    /**
     * @param image such as {@code python}
     * @param done steps that are behind us
     * @param steps how many there are, at least 1
     * @param what is being done now, one line
     */
    void step(String image, int done, int steps, String what);
}
