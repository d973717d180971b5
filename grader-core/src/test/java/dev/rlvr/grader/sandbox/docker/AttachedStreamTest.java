package dev.rlvr.grader.sandbox.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Blocks as an engine sends them, written down by hand. */
class AttachedStreamTest {

    private static AttachedStream stream(byte[]... blocks) {
        var all = new ByteArrayOutputStream();
        for (var block : blocks) {
            all.writeBytes(block);
        }
        var input = new ByteArrayInputStream(all.toByteArray());
        return new AttachedStream(new EngineSocket(input, OutputStream.nullOutputStream(), () -> {}));
    }

    private static byte[] block(int kind, String text) {
        var block = Arrays.copyOf(new byte[] {(byte) kind, 0, 0, 0, 0, 0, 0, (byte) text.length()}, 8 + text.length());
        System.arraycopy(text.getBytes(US_ASCII), 0, block, 8, text.length());
        return block;
    }

    @Test
    void stdout_is_read_across_blocks_and_stderr_is_kept_apart() throws IOException {
        var stream =
                stream(block(1, "fra"), block(2, "grader-agent: "), block(1, ""), block(1, "me"), block(2, "gone"));
        assertThat(stream.readAllBytes()).asString(US_ASCII).isEqualTo("frame");
        assertThat(stream.words()).hasToString("grader-agent: gone");
    }

    @Test
    void single_bytes_can_be_read_whatever_their_value() throws IOException {
        var stream = stream(new byte[] {1, 0, 0, 0, 0, 0, 0, 1, (byte) 0xff});
        assertThat(stream.read()).isEqualTo(255);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void a_connection_that_ends_between_blocks_or_in_a_header_has_ended() throws IOException {
        assertThat(stream().read()).isEqualTo(-1);
        assertThat(stream(new byte[] {1, 0, 0}).read()).isEqualTo(-1);
    }

    @Test
    void a_connection_that_ends_in_the_middle_of_a_block_is_an_error() {
        var cut = Arrays.copyOf(block(1, "frame"), 10);
        assertThatThrownBy(() -> stream(cut).readAllBytes()).isInstanceOf(EOFException.class);
    }

    @Test
    void what_is_no_block_is_refused() {
        assertThatThrownBy(() -> stream(block(7, "x")).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown stream 7");
        assertThatThrownBy(() -> stream(new byte[] {1, 0, 0, 0, -1, -1, -1, -1}).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("4294967295 bytes");
    }
}
