package dev.annealer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the JDK's own parser, to the bit.
class PlainDecimalTest {
    private static final int ROUNDS = 300_000;

    private final PlainDecimal decimal = new PlainDecimal();
    private final Random random = new Random(20);
    private int read;

    @Test
    void readsWhatProgramsWriteAsTheJdkDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            double rate = Math.scalb(random.nextDouble(), -random.nextInt(24));
            check(Double.toString(rate));
            check(String.format("%.6f", rate));
            check(new BigDecimal(rate).toPlainString().substring(0, 12));
        }
        assertThat(read).as("of which it takes").isGreaterThan(ROUNDS * 5 / 2);
    }

    @Test
    void readsAnyDigitsAsTheJdkDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            String digits = Long.toString(random.nextLong(1_000_000_000_000_000_000L) >>> random.nextInt(60));
            int point = random.nextInt(digits.length() + 1);
            String sign = random.nextBoolean() ? "-" : "";
            String text = sign + "0".repeat(random.nextInt(4)) + digits.substring(0, point) + "." + digits.substring(point);
            check(text);
            check(text + (random.nextBoolean() ? "e" : "E") + (random.nextInt(61) - 30));
        }
        assertThat(read).as("of which it takes").isGreaterThan(ROUNDS);
    }

    /// The middles of two doubles, and their neighbours in the last place: where a rounding goes wrong if it ever does.
    @Test
    void readsMiddlesOfTwoDoublesAsTheJdkDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            double low = Math.scalb(1 + random.nextDouble(), random.nextInt(60) - 4);
            BigDecimal middle = new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.TWO);
            int places = 18 - Math.max(1, middle.precision() - middle.scale());
            BigInteger near = middle.movePointRight(places).toBigInteger();
            for (int away = -1; away <= 2; away++) {
                check(new BigDecimal(near.add(BigInteger.valueOf(away)), places).toPlainString());
            }
        }
        assertThat(read).as("of which it takes").isGreaterThan(ROUNDS);
    }

    private void check(String text) {
        char[] chars = ("," + text + ",").toCharArray();
        if (decimal.end(chars, 1, chars.length - 1) == chars.length - 1) {
            read++;
            long expected = Double.doubleToRawLongBits(Double.parseDouble(text));
            assertThat(Double.doubleToRawLongBits(decimal.value())).as(text).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "-0", "-0.0", ".5", "5.", "1e-05", "1E+3", "9007199254740991", "9007199254740993.5", "0.021604802987175873",
                "000000000000000000000.1"
            })
    void takes(String text) {
        check(text);
        assertThat(read).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "-.", "e5", ".e5", "1e", "1e+", "1e-", "1e5.0", "1e1234", "1.2.3", "1,5", "+1", "1d", "0x1p3", "1 ", " 1",
                "nan", "--1", "1-2", "12:30", "1e400", "1e-400", "1234567890123456789", "9007199254740993", "1e22e"
            })
    void leavesToOthers(String text) {
        int end = decimal.end(text.toCharArray(), 0, text.length());
        assertThat(end).isNotEqualTo(text.length());
    }
}
