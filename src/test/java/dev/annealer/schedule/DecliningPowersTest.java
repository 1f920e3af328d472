package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecliningPowersTest {
    /// Powers that are multiples of 1/8 are square roots of whole powers, and so known to 50 digits.
    @ParameterizedTest
    @ValueSource(longs = {7, 3_000, 70_000, 1_000_003, 100_000_000})
    void areWithinTwoUnitsInTheLastPlace(long horizon) {
        var random = new Random(horizon);
        for (int i = 0; i < 2_000; i++) {
            int eighths = 1 + random.nextInt(40);
            long k = random.nextLong(horizon);
            BigDecimal root = new BigDecimal(1 - (double) k / horizon);
            for (int j = 0; j < 3; j++) {
                root = root.sqrt(Exactly.DIGITS);
            }
            double power = new DecliningPowers(horizon, eighths / 8.0).at(k);
            assertThat(Exactly.error(power, root.pow(eighths, Exactly.DIGITS)))
                    .as("step %d of %d to the power of %d/8", k, horizon, eighths)
                    .isLessThan(4.5e-16);
        }
    }

    @Test
    void nothingIsLeftAtTheHorizon() {
        assertThat(new DecliningPowers(1_000_000, 0.9).at(1_000_000)).isZero();
        assertThat(new DecliningPowers(1_000_000, 0).at(1_000_000)).isOne();
        assertThat(new DecliningPowers(1, 2).at(1)).isZero();
    }
}
