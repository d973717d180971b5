package dev.rlvr.grader.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetNameTest {

    @Test
    void a_fleet_is_a_cluster_a_service_and_a_port() {
        assertThat(FleetName.parse("ecs://c_1/s-2:9000")).isEqualTo(new FleetName("c_1", "s-2", 9000));
        assertThat(FleetName.parse("ecs://c/s")).isEqualTo(new FleetName("c", "s", 8080));
        assertThat(FleetName.parse("ecs://c/s")).hasToString("ecs://c/s:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ecs://c", "ecs://c/", "ecs:///s", "ecs://c/s:", "ecs://c/s:0", "ecs://c/s:70000", "ecs://ü/s"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> FleetName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must name ");
    }
}
