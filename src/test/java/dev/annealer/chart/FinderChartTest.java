package dev.annealer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Numbers;
import dev.annealer.finder.Analysis;
import dev.annealer.finder.Sweep;
import dev.annealer.finder.rule.PickRules;
import dev.annealer.finder.rule.Trim;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinderChartTest {
    private static Sweep sweep(double[] lr, double... loss) {
        return new Sweep(0, lr, loss, IntStream.range(0, lr.length).toArray(), 0, 0);
    }

    /// Losses 9, 8 … 0 at 1e-9, 1e-8 … 1.
    private static FinderCurve straight() {
        double[] lr = IntStream.range(0, 10).mapToDouble(i -> Double.parseDouble("1e" + (i - 9))).toArray();
        double[] loss = IntStream.range(0, 10).mapToDouble(i -> 9 - i).toArray();
        return FinderCurve.of("straight", 0, Analysis.of(sweep(lr, loss), 0, Trim.BY_RULE));
    }

    @Test
    void ticksArePowersOfTenAndMoreOfThemWhereThereIsRoom() {
        assertThat(DecadeTicks.of(new Range(-7, 1), 10)).containsExactly(1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0);
        assertThat(DecadeTicks.of(new Range(-7, 1), 5)).containsExactly(1e-6, 1e-4, 1e-2, 1.0);
        assertThat(DecadeTicks.of(new Range(-3, -2), 4)).containsExactly(1e-3, 2e-3, 5e-3, 1e-2);
        assertThat(DecadeTicks.of(new Range(-3, -2.5), 4)).containsExactly(1e-3, 2e-3, 3e-3);
    }

    @Test
    void pointsAndLossesAreFoundOnTheLogarithmicAxis() {
        FinderCurve curve = straight();
        assertThat(curve.nearest(-3.4)).isEqualTo(6);
        assertThat(curve.nearest(-3.6)).isEqualTo(5);
        assertThat(curve.nearest(-40)).isZero();
        assertThat(curve.nearest(40)).isEqualTo(9);
        assertThat(curve.smoothedLossAt(1e-3)).isEqualTo(3);
        assertThat(curve.smoothedLossAt(Math.pow(10, -2.75))).isCloseTo(2.75, within(1e-12));
        assertThat(curve.smoothedLossAt(1e-30)).isEqualTo(9);
        assertThat(curve.smoothedLossAt(1e3)).isZero();
    }

    @Test
    void ofAMillionPointsEachColumnKeepsItsExtremes() {
        int n = 1_000_000;
        double[] positions = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] values = new double[n];
        values[123_456] = -5;
        values[777_777] = 7;
        var curve = new ColumnSampler(positions, 0, n, 500).sample(values, 0, n);
        assertThat(curve.size()).isLessThanOrEqualTo(2100);
        double[] kept = Arrays.copyOf(curve.values(), curve.size());
        assertThat(kept).contains(-5, 7);
        assertThat(Arrays.copyOf(curve.steps(), curve.size())).isSorted().contains(123_456, 777_777);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void labelsNeverTouchAndTheChosenOneIsAlwaysThere(long seed) {
        var random = new Random(seed);
        var marks = new ArrayList<FinderMark>();
        int count = 2 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            marks.add(new FinderMark("pick " + i, 0, 10 + random.nextDouble() * 380, 0, i == count - 1));
        }
        MarkLayout layout = MarkLayout.of(marks, FinderMark::lr, _ -> 90, 0, 400, 6);
        assertThat(layout.labels()).extracting(label -> label.mark().chosen()).contains(true);
        assertThat(layout.rows()).isLessThanOrEqualTo(6);
        for (MarkLayout.Label one : layout.labels()) {
            assertThat(one.left()).isGreaterThanOrEqualTo(0);
            assertThat(one.left() + one.width()).isLessThanOrEqualTo(400);
            for (MarkLayout.Label other : layout.labels()) {
                boolean apart = one == other
                        || one.row() != other.row()
                        || one.left() + one.width() < other.left()
                        || other.left() + other.width() < one.left();
                assertThat(apart).as(one + " and " + other).isTrue();
            }
        }
    }

    @Test
    void theAxisShowsTheDescentAndNotTheBlowUp() {
        double[] lr = IntStream.range(0, 100).mapToDouble(i -> 1e-6 * Math.pow(10, i / 20.0)).toArray();
        double[] loss = IntStream.range(0, 100).mapToDouble(i -> i < 80 ? 2 - i / 80.0 : Math.pow(10, i - 80)).toArray();
        FinderCurve curve = FinderCurve.of("", 0, Analysis.of(sweep(lr, loss), 0, Trim.BY_RULE));
        Range shown = new FinderRanges(List.of(curve), FinderView.whole(List.of(curve))).loss();
        assertThat(shown.getLowerBound()).isBetween(0.9, 1.05);
        assertThat(shown.getUpperBound()).isBetween(2.0, 2.5);
    }

    @Test
    void anSvgHasThePicksAndTheAxesAsText() throws Exception {
        FinderCurve curve = straight();
        Set<String> all = PickRules.ALL.stream().map(rule -> rule.id()).collect(Collectors.toSet());
        var picture = new FinderPicture(
                List.of(curve), FinderMark.of(curve, all, "steepest"), FinderView.whole(List.of(curve)), Trim.BY_RULE);
        var chart = new FinderChart(ChartPalette.DARK).build(picture, 900, 500);
        String svg = new String(ChartImage.svg(chart, new ImageSize(900, 500)), StandardCharsets.UTF_8);
        assertThat(svg).contains(">1e-5<", ">0.001<", "learning rate", "fastai valley  " + label(curve, "fastai-valley"));
    }

    private static String label(FinderCurve curve, String rule) {
        return Numbers.format(curve.analysis().pick(rule).lr(), 3);
    }
}
