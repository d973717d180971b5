package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the engine has of ours. */
public final class Containers {

    private Containers() {}

    /** Whatever became of them. */
    public static List<String> ofThisProcess(DockerEngine engine) {
        return ofProcess(engine, ProcessHandle.current().pid());
    }

    public static List<String> ofProcess(DockerEngine engine, long pid) {
        return ofProcess(engine, pid, true);
    }

    static List<String> runningOfProcess(DockerEngine engine, long pid) {
        return ofProcess(engine, pid, false);
    }

    private static List<String> ofProcess(DockerEngine engine, long pid, boolean ended) {
        return engine
                .ask(() -> engine.client()
                        .listContainersCmd()
                        .withShowAll(ended)
                        .withLabelFilter(List.of(Owner.PID + "=" + pid))
                        .exec())
                .stream()
                .map(Container::getId)
                .toList();
    }

    /** What the engine counts that a run could leave behind: names of networks and volumes. */
    public static List<String> everythingElse(DockerEngine engine) {
        var found = new ArrayList<String>();
        engine.ask(() -> engine.client().listNetworksCmd().exec())
                .forEach(network -> found.add("network " + network.getName()));
        engine.ask(() -> engine.client().listVolumesCmd().exec().getVolumes())
                .forEach(volume -> found.add("volume " + volume.getName()));
        found.sort(Comparator.naturalOrder()); // the engine's own order is any
        return found;
    }

    /** As {@code docker kill} does. */
    public static boolean kill(DockerEngine engine, String container) {
        return engine.ask(() -> {
            try {
                engine.client().killContainerCmd(container).exec();
                return true;
            } catch (NotFoundException | ConflictException _) {
                return false; // it has ended by itself, or was never started
            }
        });
    }
}
