package dev.rlvr.grader.suite.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{} {}", "{\"a\": 1, \"a\": 2}", "'a'", "{a: 1}", "[1,]", "01", "\"\t\"", "nul"})
    void what_is_not_json_is_broken(String text) {
        assertThat(Json.parse(text)).isInstanceOf(Json.Parsed.Broken.class);
        assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Json.Parsed.Broken.class);
    }

    @Test
    void bytes_that_are_not_utf8_are_broken() {
        assertThat(Json.parse(new byte[] {'"', (byte) 0xC3, '"'})).isInstanceOf(Json.Parsed.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"[1]\"", "\"\\\"[1]\\\"\""})
    void a_value_is_decoded_however_often_it_was_encoded(String text) {
        assertThat(Json.decode(JsonNodeFactory.instance.stringNode(text)).toString())
                .isEqualTo("[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "true", "plain", "[not json", "{'a': 1}"})
    void other_text_stays_text(String text) {
        assertThat(Json.decode(JsonNodeFactory.instance.stringNode(text)).stringValue())
                .isEqualTo(text);
    }

    @Test
    void a_message_is_short_and_on_one_line() {
        assertThat(Text.brief("a\nb\u0000c", 10)).isEqualTo("a b c");
        assertThat(Text.brief("abcdef", 3)).isEqualTo("abc...");
        assertThat(Text.brief("ab\uD83D\uDE00", 3)).isEqualTo("ab...");
    }
}
