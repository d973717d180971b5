package dev.rlvr.grader.report;

/**
 * The chance that at least one of k completions of a task is right.
 *
 * @param tasks over how many it is the mean
 */
record PassAtK(int k, double value, int tasks) {

    /** The unbiased estimate 1 - C(n-c, k) / C(n, k), as a product that does not overflow. */
    static double ofTask(int samples, int right, int k) {
        if (samples - right < k) {
            return 1;
        }
        var allWrong = 1.0;
        for (var i = samples - right + 1; i <= samples; i++) {
            allWrong *= 1 - (double) k / i;
        }
        return 1 - allWrong;
    }
}
