package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a cosine summed up in 50 digits.
class CosinesTest {
    private static final double ULP_BELOW_ONE = 0x1p-53;

    @Test
    void isWithinARoundingOrTwoAllTheWay() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextDouble() * 2.3 * Math.PI;
            double error = new BigDecimal(Cosines.onePlusCos(x) - 1).subtract(Exactly.cos(x)).abs().doubleValue();
            assertThat(error).as("x = %s", x).isLessThanOrEqualTo(2.3e-16);
        }
    }

    /// Where nothing but the rounding of the cosine is left, it is rounded correctly, or in one step of two thousand at the most the other way.
    @ParameterizedTest
    @ValueSource(longs = {10_000, 1_000_000, 100_000_000})
    void nearTheFootItIsPythonsRounding(long tMax) {
        long steps = tMax / 70; // up to a thousandth above the foot
        long stride = Math.max(1, steps / 10_000);
        int others = 0;
        for (long k = tMax - steps; k <= tMax; k += stride) {
            double x = Math.PI * k / tMax;
            double rounded = 1 + Exactly.cos(x).doubleValue();
            double actual = Cosines.onePlusCos(x);
            assertThat(Math.abs(actual - rounded)).as("step %d", k).isIn(0.0, ULP_BELOW_ONE);
            others += actual == rounded ? 0 : 1;
        }
        assertThat(others).isLessThanOrEqualTo(5);
    }

    @Test
    void theFootThePeaksAndTheQuartersAreExact() {
        assertThat(Cosines.onePlusCos(0)).isEqualTo(2);
        assertThat(Cosines.onePlusCos(Math.PI)).isZero();
        assertThat(Cosines.onePlusCos(2 * Math.PI)).isEqualTo(2);
        assertThat(Cosines.onePlusCos(Math.PI / 2)).isEqualTo(1);
        assertThat(Cosines.onePlusCos(3 * Math.PI / 2)).isEqualTo(1 + StrictMath.cos(3 * Math.PI / 2));
    }

    @Test
    void elsewhereItIsTheLibrarys() {
        for (double x : new double[] {-0.3, -40, 7.07, 9, 1e6, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(Cosines.onePlusCos(x)).as("x = %s", x).isEqualTo(Double.valueOf(1 + Math.cos(x)));
        }
    }

    @Test
    void manyAreThoseOfOne() {
        var random = new Random(2);
        for (int run = 0; run < 300; run++) {
            double start = random.nextDouble() * 10 - 1;
            double width = Math.scalb(random.nextDouble(), random.nextInt(10) - 4) * (run % 10 == 0 ? -1 : 1);
            var angles = new double[1 + random.nextInt(300)];
            var expected = new double[angles.length];
            int from = random.nextInt(angles.length);
            for (int i = 0; i < angles.length; i++) {
                angles[i] = start + width * i / angles.length;
                expected[i] = i < from ? angles[i] : Cosines.onePlusCos(angles[i]);
            }
            Cosines.onePlusCos(angles, from, angles.length);
            assertThat(angles).as("from %s over %s", start, width).containsExactly(expected);
        }
    }
}
