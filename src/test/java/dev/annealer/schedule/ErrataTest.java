package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Series;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Figures that are often quoted wrong, worked out by hand.
class ErrataTest {
    private static final Group TENTH = new Group(0, "", 0.1);

    @Test
    void cosineFromOneTenthOverHundredEpochs() {
        var cosine = new CosineAnnealingLR(100, 1e-5);

        // 1e-5 + 0.09999 * (1 + cos(pi / 4)) / 2
        assertThat(cosine.at(25, TENTH)).isCloseTo(0.08535680352, within(1e-10));
        assertThat(cosine.at(50, TENTH)).isCloseTo(0.050005, within(1e-15));
        assertThat(cosine.at(75, TENTH)).isCloseTo(0.01465319648, within(1e-10));
        assertThat(cosine.at(100, TENTH)).isEqualTo(1e-5);
        assertThat(cosine.at(200, TENTH)).isEqualTo(0.1);
    }

    @Test
    void exponentialAfterHundredEpochs() {
        assertThat(new ExponentialLR(0.95).at(100, TENTH)).isCloseTo(5.920529220e-4, within(1e-12));
    }

    @Test
    void oneCycleEndsFarBelowItsStart() {
        var oneCycle = new OneCycleLR(
                List.of(0.1), 100, 0.3, OneCycleLR.Anneal.COS, 25, 1e4, false, Optional.of(new MomentumRange(0.85, 0.95)));

        assertThat(oneCycle.at(0, TENTH)).isCloseTo(0.004, within(1e-17));
        assertThat(oneCycle.at(29, TENTH)).isEqualTo(0.1);
        assertThat(oneCycle.at(99, TENTH)).isCloseTo(4e-7, within(1e-18));
        assertThat(oneCycle.momentum(0)).hasValue(0.95);
        assertThat(oneCycle.momentum(29)).hasValue(0.85);
    }

    @Test
    void warmupPercentagesAreOfTheBaseRate() {
        // start_factor 0.01 over 5 epochs: 0.01 + 0.99 / 5 = 0.208 of 0.1.
        assertThat(new LinearLR(0.01, 1, 5).at(1, TENTH)).isCloseTo(0.0208, within(1e-17));
    }

    @Test
    void onePlateauReductionComesAfterPatienceHasRunOut() {
        var settings = new ReduceLROnPlateau.Settings(
                ReduceLROnPlateau.Mode.MIN, 0.1, 2, 1e-4, ReduceLROnPlateau.ThresholdMode.REL, 0, 0, 1e-8);
        var flat = Series.of(1, 1, 1, 1, 1, 1, 1);
        var plateau = ReduceLROnPlateau.over(flat, settings, List.of(TENTH));

        // The first value is the best; three bad ones (patience 2) reduce after the fourth value, and again after the seventh.
        assertThat(plateau.at(3, TENTH)).isEqualTo(0.1);
        assertThat(plateau.at(4, TENTH)).isCloseTo(0.01, within(1e-17));
        assertThat(plateau.at(6, TENTH)).isCloseTo(0.01, within(1e-17));
        assertThat(plateau.at(7, TENTH)).isCloseTo(0.001, within(1e-17));
        assertThat(plateau.at(1000, TENTH)).isCloseTo(0.001, within(1e-17));
    }
}
