package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Rows in MultiPL-E's form, whose tests begin inside of the function that was asked for. */
@Tag("languages")
class MultiPlEIT {

    enum Row {
        CPP("cpp", """
                #include<assert.h>
                #include<bits/stdc++.h>
                // Doubles a number and adds {1}.
                long twice_and_one(long n) {
                """, "    return 2 * n + 1;\n", """
                }
                int main() {
                    auto candidate = twice_and_one;
                    assert(candidate((2)) == (5));
                    assert(candidate((0)) == (1));
                }
                """),
        JAVA("java", """
                import java.util.*;
                class Problem {
                    // Doubles a number and adds {1}.
                    public static long twiceAndOne(long n) {
                """, "        return 2 * n + 1;\n    }\n", """
                    }
                    public static void main(String[] args) {
                    assert(twiceAndOne((2l)) == (5l));
                    assert(twiceAndOne((0l)) == (1l));
                    }

                }
                """) {
            // The class is closed as well.
            @Override
            String whole() {
                return super.whole() + "}\n";
            }

            @Override
            String body() {
                return super.body().replace("    }\n", "");
            }
        },
        JS("js", """
                //Doubles a number and adds {1}.
                function twice_and_one(n){
                """, "  return 2 * n + 1;\n}\n", """
                const assert = require('node:assert');


                function test() {
                  let candidate = twice_and_one;
                  assert.deepEqual(candidate(2),5);
                  assert.deepEqual(candidate(0),1);
                }

                test();
                """),
        GO("go_test.go", """
                package twice_and_one_test

                import (
                    "testing"
                    "fmt"
                )

                // Doubles a number and adds {1}.
                func twice_and_one(n int) int {
                """, "    return 2 * n + 1\n}\n", """
                func TestTwice_And_One(t *testing.T) {
                  candidate := twice_and_one
                	type test struct {
                		actual   interface{}
                		expected interface{}
                	}
                   tests := []test{
                     { actual: candidate(2), expected: 5 },
                     { actual: candidate(0), expected: 1 },
                   }

                	for i, tc := range tests {
                		t.Run(fmt.Sprintf("test num % d", i), func(t *testing.T) {
                			if fmt.Sprintf("%v", tc.actual) != fmt.Sprintf("%v", tc.expected) {
                				t.Errorf("expected '%s', got '%s'", tc.expected, tc.actual)
                			}
                		})
                	}
                }
                """),
        RUST("rs", """
                /// Doubles a number and adds {1}.
                fn twice_and_one(n: isize) -> isize {
                """, "    2 * n + 1\n", """
                }

                fn main() {
                    let candidate = twice_and_one;
                    assert_eq!(candidate(2), 5);
                    assert_eq!(candidate(0), 1);
                }
                """);

        private final String language;
        private final String prompt;
        private final String body;
        private final String tests;

        Row(String language, String prompt, String body, String tests) {
            this.language = language;
            this.prompt = prompt;
            this.body = body;
            this.tests = tests;
        }

        String json() {
            var row = JsonMapper.shared().createObjectNode();
            row.put("name", "Twice_0_twice_and_one")
                    .put("language", language)
                    .put("prompt", prompt)
                    .put("doctests", "transform")
                    .put("tests", tests);
            row.putArray("stop_tokens").add("\n}");
            return row.toString();
        }

        /** As a model leaves it that was stopped at a stop token. */
        String body() {
            return body;
        }

        /** As a model of today writes it. */
        String whole() {
            return prompt + body + (body.endsWith("}\n") ? "" : "}\n");
        }
    }

    private static Grading grading;

    @BeforeAll
    static void start() throws InterruptedException {
        grading = new Grading(1);
    }

    @AfterAll
    static void stop() {
        grading.close();
    }

    private static Grade grade(Row row, String code) throws InterruptedException {
        var fence = row == Row.GO ? "go" : row.language;
        return grading.grade(
                new Sample("id", "id", "```" + fence + "\n" + code + "\n```", new Sample.SuiteRef.Inline(row.json())));
    }

    @ParameterizedTest
    @EnumSource
    void whole_functions_pass(Row row) throws InterruptedException {
        var grade = grade(row, row.whole());
        assertThat(Grading.reward(grade)).as(Grading.describe(grade)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void bodies_that_end_where_the_tests_begin_pass(Row row) throws InterruptedException {
        var grade = grade(row, row.body());
        assertThat(Grading.reward(grade)).as(Grading.describe(grade)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void wrong_functions_do_not(Row row) throws InterruptedException {
        var grade = grade(row, row.whole().replace("n + 1", "n + 2"));
        assertThat(Grading.reward(grade)).as(Grading.describe(grade)).isZero();
    }
}
