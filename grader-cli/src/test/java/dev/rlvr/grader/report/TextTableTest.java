package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable(40);

    @Test
    void columns_line_up_and_colours_do_not_count() {
        table.add(Ink.COLOURED::good, "a", "long one", "x");
        table.add(Ink.COLOURED::bad, "  longer", "b", "y");

        assertThat(table.lines())
                .containsExactly("\033[32ma         long one  x\033[0m", "\033[31m  longer  b         y\033[0m");
    }

    @Test
    void the_last_column_is_cut_at_the_edge() {
        table.add(line -> line, "id", "n".repeat(100));

        assertThat(table.lines().getFirst()).hasSize(40).endsWith("nnn...");
    }

    @Test
    void text_from_a_candidate_cannot_steer_the_terminal() {
        table.add(line -> line, "\033[2Jid", "a\r\nb\tc\u202ed\u0007");

        assertThat(table.lines()).containsExactly("?[2Jid  a? b c?d?");
    }

    @Test
    void a_line_of_text_stands_outside_of_the_columns() {
        table.add(line -> line, "a", "b");
        table.addText("      something much longer");
        table.add(line -> line, "cc", "d");

        assertThat(table.lines()).containsExactly("a   b", "      something much longer", "cc  d");
    }

    @Test
    void a_table_without_lines_is_empty() {
        assertThat(table.lines()).isEmpty();
    }
}
