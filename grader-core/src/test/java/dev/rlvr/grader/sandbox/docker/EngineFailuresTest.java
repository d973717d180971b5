package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineFailuresTest {

    private static final EngineAddress HERE = EngineAddress.find(Map.of("DOCKER_HOST", "unix:///var/run/docker.sock"));

    @Test
    void a_forbidden_socket_says_how_to_be_let_in() {
        var failure = new RuntimeException(new IOException("native connect() failed : Permission denied"));

        assertThat(EngineFailures.explain(HERE, failure))
                .hasMessageContainingAll("may not use the engine at unix:///var/run/docker.sock", "usermod -aG docker");
    }

    @Test
    void a_connection_that_broke_may_be_tried_again() {
        var failure = EngineFailures.explain(HERE, new RuntimeException(new IOException("Broken pipe")));

        assertThat(failure.retryable()).isTrue();
        assertThat(failure).hasMessageContainingAll("no engine answers", "Broken pipe");
    }

    @Test
    void what_nobody_thought_of_is_said_as_it_came() {
        assertThat(EngineFailures.explain(HERE, new IllegalStateException("surprise")))
                .hasMessageContaining("could not be asked: surprise");
    }
}
