package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values in bulk are those of one step at a time.
class FillTest {
    private static final Group GROUP = new Group(0, "", 0.1);
    private static final int COUNT = 900;

    @ParameterizedTest(name = "seed {0}: {1}")
    @MethodSource("dev.annealer.schedule.LandmarksTest#schedulers")
    void fillsBitForBitAndSweepsWithinARounding(long seed, Scheduler scheduler) {
        long start = new Random(seed).nextInt(500);
        var filled = new double[COUNT + 2];
        var swept = new double[COUNT + 2];
        scheduler.fill(filled, 1, COUNT + 1, start, GROUP);
        scheduler.sweep(swept, 1, COUNT + 1, start, GROUP);

        double greatest = 0;
        for (int i = 1; i <= COUNT; i++) {
            double expected = scheduler.at(start + i - 1, GROUP);
            greatest = Math.max(greatest, Math.abs(expected));
            assertThat(filled[i]).as("step %d", start + i - 1).isEqualTo(expected);
        }
        for (int i = 1; i <= COUNT; i++) {
            assertThat(swept[i]).as("step %d", start + i - 1).isCloseTo(filled[i], within(1e-14 * greatest));
        }
        assertThat(filled[0]).isZero();
        assertThat(filled[COUNT + 1]).isZero();
        assertThat(swept[0]).isZero();
        assertThat(swept[COUNT + 1]).isZero();
    }

    /// Against a cosine summed up in 60 digits, over a stretch far from the start of a run of a hundred million steps.
    @Test
    void aSweptCosineStaysExactHoweverFarItGoes() {
        long tMax = 100_000_000;
        var cosine = new CosineAnnealingLR(tMax, 0);
        var values = new double[1 << 20];
        for (long from : new long[] {0, 33_333_333, 99_000_000}) {
            cosine.sweep(values, 0, values.length, from, GROUP);
            for (int i = 0; i < values.length; i += 9973) {
                double expected = exactCosineAnnealing(from + i, tMax, GROUP.baseLr());
                assertThat(values[i]).as("step %d", from + i).isCloseTo(expected, within(4e-16 * GROUP.baseLr()));
            }
        }
    }

    private static double exactCosineAnnealing(long k, long tMax, double baseLr) {
        var digits = new MathContext(60);
        var pi = new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494");
        BigDecimal angle = pi.multiply(BigDecimal.valueOf(k)).divide(BigDecimal.valueOf(tMax), digits);
        BigDecimal square = angle.multiply(angle, digits);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 2; i < 80; i += 2) {
            term = term.multiply(square, digits).divide(BigDecimal.valueOf((long) i * (i - 1)), digits).negate();
            sum = sum.add(term, digits);
        }
        return new BigDecimal(baseLr).multiply(sum.add(BigDecimal.ONE), digits).divide(BigDecimal.TWO, digits).doubleValue();
    }
}
