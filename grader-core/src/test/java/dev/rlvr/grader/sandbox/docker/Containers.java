package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import java.util.List;

/** What the engine has of ours. */
final class Containers {

    private Containers() {}

    /** Whatever became of them. */
    static List<String> ofThisProcess(DockerEngine engine) {
        return ofProcess(engine, ProcessHandle.current().pid());
    }

    static List<String> ofProcess(DockerEngine engine, long pid) {
        return engine
                .ask(() -> engine.client()
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(Owner.PID + "=" + pid))
                        .exec())
                .stream()
                .map(Container::getId)
                .toList();
    }
}
