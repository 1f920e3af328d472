package dev.annealer.ui.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnobScaleTest {
    @Test
    void logarithmicScalesMoveByFactors() {
        KnobScale scale = KnobScale.logarithmic(1e-6, 1, false);
        assertThat(scale.valueAt(0)).isEqualTo(1e-6);
        assertThat(scale.valueAt(0.5)).isEqualTo(1e-3);
        assertThat(scale.valueAt(1)).isEqualTo(1);
        assertThat(scale.positionOf(1e-3)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.positionOf(5)).isEqualTo(1);
    }

    @Test
    void aLogarithmicScaleMayBeginAtZero() {
        assertThat(KnobScale.logarithmic(1e-8, 0.1, true).valueAt(0)).isZero();
        assertThat(KnobScale.logarithmic(1e-8, 0.1, true).positionOf(0)).isZero();
    }

    @Test
    void valuesAreWhatAPersonWouldType() {
        assertThat(KnobScale.linear(0, 1).valueAt(0.123456)).isEqualTo(0.12);
        assertThat(KnobScale.logarithmic(1e-6, 10, false).valueAt(0.43)).isEqualTo(0.00102);
        assertThat(KnobScale.whole(1, 100).valueAt(0.25)).isEqualTo(26);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"0.1, 1, 0.2", "0.1, -1, 0.09", "3e-4, 1, 4e-4", "1e-4, -1, 9e-5", "2.5e-5, 1, 2.6e-5", "100, 1, 101", "100, 10, 110", "0.95, -1, 0.94"})
    void arrowKeysChangeTheLastDigit(String text, int direction, double expected) {
        assertThat(KnobScale.nudged(text, Double.parseDouble(text), direction)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} samples, batch {1} on {2} devices, accumulation {3}, drop last {4}: {5}")
    @CsvSource({
        "50000, 128, 1, 1, false, 391",
        "50000, 128, 1, 1, true, 390",
        "1281167, 32, 8, 1, false, 5005",
        "1281167, 128, 8, 1, false, 1252",
        "1000, 10, 1, 8, false, 12",
    })
    void worksOutTheStepsOfAnEpoch(long samples, long batch, long devices, long accumulation, boolean dropLast, long steps) {
        var calculation = new StepsPerEpoch(
                OptionalLong.of(samples),
                OptionalLong.of(batch),
                OptionalLong.of(devices),
                OptionalLong.of(accumulation),
                dropLast);
        assertThat(calculation.stepsPerEpoch()).hasValue(steps);
        assertThat(calculation.globalBatch()).hasValue(batch * devices * accumulation);
    }
}
