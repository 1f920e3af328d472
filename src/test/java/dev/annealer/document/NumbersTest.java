package dev.annealer.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "300, 300",
        "0.1, 0.1",
        "0.001, 0.001",
        "0.00025, 2.5e-4",
        "1.0E-5, 1e-5",
        "3.0E-4, 3e-4",
        "123456.75, 123456.75",
        "12345678.5, 12345678.5",
        "100000000, 100000000",
        "1.0E22, 1e22",
        "-2.5E-7, -2.5e-7",
        "0.3333333333333333, 0.3333333333333333",
        "4.9E-324, 4.9e-324",
        "1.7976931348623157E308, 1.7976931348623157e308",
    })
    void writesTheShortestTextOfTheField(double value, String text) {
        assertThat(Numbers.format(value)).isEqualTo(text);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsBackWhatItWrote(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Input.of(value).number()).isEqualTo(OptionalDouble.of(value == 0 ? 0 : value));
            }
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"3e-4, 3e-4", "1/3, 0.3333333333333333", "2.5e-5, 2.5e-5", ".5, 0.5", "5., 5", "+1, 1", "1 / 4, 0.25", "1e400, Infinity"})
    void readsNumbersAsPeopleTypeThem(String text, double value) {
        assertThat(new Input(text).number()).isEqualTo(OptionalDouble.of(value));
    }

    @ParameterizedTest(name = "''{0}'' is no number")
    @ValueSource(strings = {"", "3e-", "-", "1/0", "1/", "0x10", "NaN", "Infinity", "1,5", "1 2", "5f", "1e5d", "ten", "1__0", "٣"})
    void readsNoNumberOutOfHalfTypedText(String text) {
        assertThat(new Input(text).number()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is the count {1}")
    @CsvSource({"500, 500", "5e2, 500", "500.0, 500", "-3, -3", "9007199254740992, 9007199254740992"})
    void readsCounts(String text, long count) {
        assertThat(new Input(text).count()).isEqualTo(OptionalLong.of(count));
    }

    @ParameterizedTest(name = "''{0}'' is no count")
    @ValueSource(strings = {"2.5", "1/3", "6/3", "9007199254740993", "1e16", "1e999999999", "1e-999999999", "ten", ""})
    void readsNoCountOutOfAnythingElse(String text) {
        assertThat(new Input(text).count()).isEmpty();
    }

    @Test
    void roundsToSignificantDigits() {
        assertThat(Numbers.format(0.000123456, 3)).isEqualTo("1.23e-4");
        assertThat(Numbers.format(0.0208, 2)).isEqualTo("0.021");
        assertThat(Numbers.format(0, 3)).isEqualTo("0");
    }
}
