package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.run.DoneIds;
import dev.rlvr.grader.testing.Grades;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {

    private static final String A = GradeRows.line(Grades.accepted("a"));
    private static final String B = GradeRows.line(Grades.rejected("b"));
    private static final String UNGRADED = GradeRows.line(Grades.ungraded("c", Fault.INFRASTRUCTURE));

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private final DoneIds done = new DoneIds();
    private final List<Grade> earlier = new ArrayList<>();

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("rows.jsonl");
    }

    @Test
    void a_row_is_in_the_file_as_soon_as_it_is_appended() throws IOException {
        try (var rows = RowFile.create(file, false)) {
            rows.append(A);
            assertThat(file).content().isEqualTo(A + "\n");
            rows.append(B);
            assertThat(file).content().isEqualTo(A + "\n" + B + "\n");
        }
    }

    @Test
    void a_file_that_exists_is_kept_unless_told_otherwise() throws IOException {
        Files.writeString(file, "precious");

        assertThatThrownBy(() -> RowFile.create(file, false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).content().isEqualTo("precious");
        RowFile.create(file, true).close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_device_is_written_to() throws IOException {
        RowFile.create(Path.of("/dev/null"), false).close();
    }

    @Test
    void resuming_keeps_the_scored_rows_and_hands_them_over() throws IOException {
        Files.writeString(file, A + "\n" + UNGRADED + "\n" + B + "\n");

        resume(GradeRows.line(Grades.accepted("c")));

        assertThat(Files.readAllLines(file)).containsExactly(A, B, GradeRows.line(Grades.accepted("c")));
        assertThat(earlier).containsExactly(Grades.accepted("a"), Grades.rejected("b"));
        assertThat(done.contains("a")).isTrue();
        assertThat(done.contains("c")).isFalse();
    }

    @Test
    void a_last_line_that_a_kill_cut_short_is_dropped_wherever_it_was_cut() throws IOException {
        for (var length = 0; length < B.length(); length++) {
            Files.writeString(file, A + "\n" + B.substring(0, length));
            RowFile.resume(file, new DoneIds(), _ -> {}).close();
            assertThat(Files.readAllLines(file)).containsExactly(A);
        }
    }

    @Test
    void a_whole_last_row_without_its_line_end_is_kept() throws IOException {
        Files.writeString(file, A);

        resume(B);

        assertThat(file).content().isEqualTo(A + "\n" + B + "\n");
    }

    @Test
    void an_id_has_one_line() throws IOException {
        Files.writeString(file, A + "\n" + A + "\n");

        resume(B);

        assertThat(Files.readAllLines(file)).containsExactly(A, B);
    }

    @Test
    void a_file_of_something_else_is_refused_and_left_alone() throws IOException {
        Files.writeString(file, A + "\nmy diary\n" + B + "\n");

        assertThatThrownBy(() -> resume(B))
                .isInstanceOf(RowFile.NotRows.class)
                .hasMessageContaining("rows.jsonl, line 2");
        assertThat(file).content().contains("my diary");
        assertThat(folder).isDirectoryNotContaining("glob:**.resume");
    }

    @Test
    void resuming_what_does_not_exist_starts_it() throws IOException {
        resume(A);

        assertThat(Files.readAllLines(file)).containsExactly(A);
    }

    @Test
    void a_symbolic_link_stays_one() throws IOException {
        var target = Files.writeString(folder.resolve("target"), A + "\n");
        Files.createSymbolicLink(file, target);

        resume(B);

        assertThat(file).isSymbolicLink();
        assertThat(Files.readAllLines(target)).containsExactly(A, B);
    }

    private void resume(String row) throws IOException {
        try (var rows = RowFile.resume(file, done, earlier::add)) {
            rows.append(row);
        }
    }
}
