package dev.rlvr.grader.images;

import java.util.Map;
import java.util.TreeMap;

/**
 * How images are made.
 *
 * @param base where the base system comes from
 * @param fresh make everything again, packages included, even what seems to be there
 * @param labels of every image in addition to those that {@link ImageBuilder} knows
 */
public record BuildOptions(Base base, boolean fresh, Map<String, String> labels) {

    public static final BuildOptions DEFAULT = new BuildOptions(Base.AUTO, false, Map.of());

    /** Where the base system comes from. */
    public enum Base {
        /** From the registry, and where that cannot be reached, made here. */
        AUTO,
        /** {@code debian:trixie-slim} of the registry. */
        REGISTRY,
        /** Made here by mmdebstrap, from packages alone. */
        MMDEBSTRAP
    }

    public BuildOptions {
        labels = Map.copyOf(new TreeMap<>(labels));
    }
}
