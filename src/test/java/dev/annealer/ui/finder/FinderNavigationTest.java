package dev.annealer.ui.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.testing.Here;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A run of 100 points, from 1e-7 to 10.
class FinderNavigationTest {
    private final FinderViewModel finder = new FinderViewModel(new Here());
    private final FinderNavigation navigation = finder.navigation();

    @BeforeEach
    void addRun() throws Exception {
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
    }

    private void shows(double from, double to) {
        assertThat(navigation.viewProperty().get().from()).isCloseTo(from, within(1e-9));
        assertThat(navigation.viewProperty().get().to()).isCloseTo(to, within(1e-9));
    }

    @Test
    void zoomsAboutThePointerAndStaysInsideTheRun() {
        shows(-7, 1);
        navigation.zoom(0.5, -5);
        shows(-6, -2);
        navigation.pan(-0.5);
        shows(-7, -3);
        navigation.pan(10);
        shows(-3, 1);
        navigation.select(-2.5, -1.5);
        shows(-2.5, -1.5);
        navigation.zoom(1e-9, -2);
        shows(-2.025, -1.975);
        navigation.resetZoom();
        shows(-7, 1);
    }

    @Test
    void theCrosshairGoesFromPointToPointAndStaysInSight() {
        assertThat(navigation.hoverPointProperty().get()).isEqualTo(FinderNavigation.NOWHERE);
        navigation.hover(-6.95);
        assertThat(navigation.hoverPointProperty().get()).isEqualTo(1);
        navigation.moveCrosshair(-5);
        assertThat(navigation.hoverPointProperty().get()).isZero();
        navigation.select(-7, -5);
        navigation.revealEnd();
        assertThat(navigation.hoverPointProperty().get()).isEqualTo(99);
        shows(-1, 1);
        navigation.leave();
        navigation.resetZoom();
        navigation.moveCrosshair(1);
        // Nearest to the middle, 1e-3.
        assertThat(navigation.hoverPointProperty().get()).isBetween(49, 50);
    }

    @Test
    void aNewRunIsSeenWhole() throws Exception {
        Runs.addTo(finder, Runs.LOG10);
        shows(-7, 1);
        navigation.select(-4, -3);
        finder.overlay().remove(0);
        shows(-4, -3);
    }
}
