package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Hostile samples among honest ones: every honest one gets its reward, and they take no longer than they do alone, but for what
 * the hostile ones are allowed to use. {@code -Dgrader.mixed=2000} for as many samples, one in four of them hostile.
 */
class MixedRunIT {

    private static final int SAMPLES = Integer.getInteger("grader.mixed", 80);
    private static final int BOXES = 2;
    private static final long SEED = 20_261_121;

    private record Run(List<Grade> grades, Duration taken) {
        static Run of(Grading grading, List<Sample> samples) throws Exception {
            var begun = System.nanoTime();
            var grades = grading.all(samples);
            return new Run(grades, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    @Test
    void every_honest_sample_among_hostile_ones_gets_its_reward() throws Exception {
        var attempts = Cheats.all();
        var random = new Random(SEED);
        var mixed = new ArrayList<Sample>();
        var honest = new ArrayList<Sample>();
        var hostile = new ArrayList<Cheats.Attempt>();
        for (var i = 0; i < SAMPLES; i++) {
            var attempt = attempts.get(random.nextInt(attempts.size()));
            if (i % 4 == 0) {
                hostile.add(attempt);
                mixed.add(attempt.hostile());
            } else {
                mixed.add(attempt.honest());
                honest.add(attempt.honest());
            }
        }
        try (var grading = new Grading(BOXES)) {
            Run.of(grading, honest.subList(0, honest.size() / 10)); // boxes and interpreters are warm then
            var alone = Run.of(grading, honest);
            var cheats = Run.of(
                    grading, hostile.stream().map(Cheats.Attempt::hostile).toList());
            var together = Run.of(grading, mixed);

            System.Logger log = System.getLogger(MixedRunIT.class.getName());
            log.log(
                    System.Logger.Level.INFO,
                    "{0} honest alone {1}, {2} hostile alone {3}, together {4}",
                    honest.size(),
                    alone.taken(),
                    hostile.size(),
                    cheats.taken(),
                    together.taken());
            assertThat(alone.grades()).as("seed %d", SEED).allSatisfy(MixedRunIT::isRewarded);
            for (var i = 0; i < SAMPLES; i++) {
                if (i % 4 == 0) {
                    hostile.get(i / 4).expect(together.grades().get(i));
                } else {
                    isRewarded(together.grades().get(i));
                }
            }
            // The machine has other work, too: a quarter more is not what a stuck box or a lost one would cost.
            assertThat(together.taken())
                    .isLessThan(
                            alone.taken().plus(cheats.taken()).multipliedBy(5).dividedBy(4));
        }
    }

    private static void isRewarded(Grade grade) {
        assertThat(Grading.reward(grade)).as(Grading.describe(grade)).isEqualTo(1);
    }
}
