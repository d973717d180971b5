package dev.rlvr.grader.suite.kattis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "accepted, accepted/a.py, true",
        "accepted/a.py, accepted/a.py, true",
        "accepted/a, accepted/a.py, false",
        "a.py, accepted/a.py, false",
        "*/a.py, accepted/a.py, true",
        "*, accepted/a.py, true",
        "*a.py, accepted/a.py, false",
        "'x/{a,b}.py', x/b.py, true",
        "'x/{a,b}.py', x/c.py, false",
        "'secret/*{,1}{0,2}', secret/12, true",
        "'secret/*{ 4 }{ 2 }', secret/42, true",
        "'x/a.b', x/acb, false",
    })
    void a_pattern_fits_a_path_and_what_is_below_it(String glob, String path, boolean fits) {
        assertThat(new Glob(glob).fits(path)).isEqualTo(fits);
    }
}
