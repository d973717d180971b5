package dev.rlvr.grader.sandbox;

import java.util.List;

/**
 * What an executed program finds around it.
 *
 * @param env {@code NAME=VALUE}, instead of the usual values of these variables or in addition to them
 * @param fenced whether its address space is limited as well, as a second fence of memory; runtimes that reserve more
 *     than they use cannot bear that
 */
public record Surroundings(List<String> env, boolean fenced) {

    public static final Surroundings USUAL = new Surroundings(List.of(), true);

    public Surroundings {
        env = List.copyOf(env);
    }
}
