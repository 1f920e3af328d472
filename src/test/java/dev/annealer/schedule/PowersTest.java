package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowersTest {
    /// Against the power in 50 digits: three units in the last place are at most 6.7e-16 of a number.
    @Test
    void areWithinThreeUnitsInTheLastPlace() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            double gamma = 1 + (random.nextDouble() - 0.7) * Math.scalb(1.0, -random.nextInt(20));
            long k = random.nextInt(i % 2 == 0 ? 2_000 : 1_000_000);
            double power = Powers.of(gamma, k);
            if (power >= Double.MIN_NORMAL && power < Double.POSITIVE_INFINITY) {
                BigDecimal expected = new BigDecimal(gamma).pow((int) k, Exactly.DIGITS);
                assertThat(Exactly.error(power, expected)).as("%s ** %d", gamma, k).isLessThan(6.7e-16);
            }
        }
    }

    @Test
    void nothingIsLeftOfAVastPower() {
        assertThat(Powers.of(0.5, 10_000)).isZero();
        assertThat(Powers.of(0.5, 1_074)).isEqualTo(Double.MIN_VALUE);
        assertThat(Powers.of(0, 0)).isOne();
        assertThat(Powers.of(0, 256)).isZero();
        assertThat(Powers.of(2, 2_000)).isInfinite();
    }
}
