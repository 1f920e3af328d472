package dev.annealer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "3e-4, 3e-4", "80000, 80000", "999999, 999999", "1e6, 1e6", "-1e13, -1e13", "5e12, 5e12", "2.5e7, 2.5e7", "1e15, 1e15"
    })
    void whatAnAxisSaysStaysShortHoweverGreatTheLoss(double number, String said) {
        assertThat(AxisNumbers.rates().format(number)).isEqualTo(said);
    }
}
