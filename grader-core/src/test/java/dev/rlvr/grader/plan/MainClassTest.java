package dev.rlvr.grader.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.language.SourceName;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainClassTest {

    private static final SourceName JAVA = new SourceName.OfClass(".java", "Main");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public class Foo { public static void main(String[] a) {} }                        | Foo.java  | Foo
            class A {} class B { static void main(String[] a) {} }                             | B.java    | B
            public class A {} class B { static void main(String[] a) {} }                      | A.java    | B
            class A { static class B { } public static void main(String[] a) {} }              | A.java    | A
            /* public class No {} */ // public class No2                                       | Main.java | Main
            """)
    void the_file_is_named_after_the_public_class_and_the_class_with_main_is_started(
            String source, String file, String type) {
        assertThat(MainClass.of(JAVA, source)).isEqualTo(new MainClass(file, type));
    }

    @Test
    void what_is_said_in_a_string_is_no_class() {
        var source = "class A { String s = \"public class B {\"; static void main(String[] a) {} }";
        assertThat(MainClass.of(JAVA, source)).isEqualTo(new MainClass("A.java", "A"));
    }

    @Test
    void a_package_is_part_of_the_name() {
        assertThat(MainClass.of(JAVA, "package a.b;\npublic class C { void main() {} }"))
                .isEqualTo(new MainClass("C.java", "a.b.C"));
    }

    @Test
    void it_is_found_in_linear_time() {
        var hostile = "public ".repeat(100_000) + "\"".repeat(100_001) + "class ".repeat(50_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MainClass.of(JAVA, hostile));
    }
}
