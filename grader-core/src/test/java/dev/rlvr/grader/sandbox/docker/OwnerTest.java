package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private static final Owner SELF = Owner.self();

    private static Owner other(String boot, String namespace, long pid, long started) {
        return new Owner(boot, namespace, pid, started);
    }

    @Test
    void this_process_is_not_dead() throws IOException {
        assertThat(SELF.isDead(SELF)).isFalse();
    }

    @Test
    void a_process_that_is_gone_is_dead() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(other(SELF.boot(), SELF.namespace(), process.pid(), SELF.started())
                        .isDead(SELF))
                .isTrue();
    }

    @Test
    void a_process_whose_id_was_used_again_is_dead() throws IOException {
        assertThat(other(SELF.boot(), SELF.namespace(), SELF.pid(), SELF.started() - 1)
                        .isDead(SELF))
                .isTrue();
    }

    @Test
    void nothing_is_known_of_processes_on_other_machines_and_in_other_namespaces() throws IOException {
        assertThat(other("another boot", SELF.namespace(), 1 << 30, 1).isDead(SELF))
                .isFalse();
        assertThat(other(SELF.boot(), "pid:[1]", 1 << 30, 1).isDead(SELF)).isFalse();
        assertThat(Owner.of(Map.of()).isDead(SELF)).isFalse();
    }

    @Test
    void labels_carry_all_of_it() {
        assertThat(Owner.of(SELF.labels())).isEqualTo(SELF);
    }
}
