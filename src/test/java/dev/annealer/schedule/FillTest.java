package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.expression.Expression;
import dev.annealer.schedule.expression.ExpressionException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values in bulk are those of one step at a time, to the last bit.
class FillTest {
    private static final Group GROUP = new Group(0, "", 0.1);
    private static final long LONG_RUN = 1_000_003;
    /// Blocks begin or end here, whatever their size.
    private static final long[] BORDERS = {0, 256, 1024, 8192, LONG_RUN / 2, LONG_RUN, 3 * LONG_RUN};

    @ParameterizedTest(name = "seed {0}: {1}")
    @MethodSource("dev.annealer.schedule.LandmarksTest#schedulers")
    void shortCyclesAndHorizons(long seed, Scheduler scheduler) {
        var random = new Random(seed);
        fillsAsOneByOne(scheduler, random.nextInt(500), 900);
        fillsAsOneByOne(scheduler, random.nextInt(500), 1 + random.nextInt(3000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longOnes")
    void longCyclesAndHorizons(Scheduler scheduler) {
        var random = new Random(5);
        for (long border : BORDERS) {
            for (int i = 0; i < 10; i++) {
                long start = Math.max(0, border - random.nextInt(3000));
                fillsAsOneByOne(scheduler, start, random.nextInt(6000));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / (1 + step / 1000)", "0.9999 + step % 3 / 20000", "math.sqrt(5000 - step)", "0 if step == 700 else 1 / step"})
    void evaluatedOnes(String source) throws ExpressionException {
        var random = new Random(6);
        Expression lambda = Expression.parse(source, Map.of());
        List<Scheduler> schedulers = List.of(
                new LambdaLR(lambda),
                new MultiplicativeLR(lambda),
                new ChainedScheduler(List.of(new MultiplicativeLR(lambda), new ExponentialLR(0.999), new LinearLR(0.1, 1, 4000))));
        for (Scheduler scheduler : schedulers) {
            ((Evaluation) scheduler).evaluate(8_000, Progress.NONE);
            for (int i = 0; i < 20; i++) {
                fillsAsOneByOne(scheduler, random.nextInt(6_000), random.nextInt(3_000));
            }
        }
    }

    static Stream<Arguments> longOnes() {
        return Stream.of(
                new LinearLR(0.01, 1, LONG_RUN),
                new CosineAnnealingLR(LONG_RUN, 1e-5),
                new CosineAnnealingLR(LONG_RUN / 2, 0),
                new CosineAnnealingWarmRestarts(1, 2, 0),
                new CosineAnnealingWarmRestarts(100_000, 1, 1e-6),
                oneCycle(OneCycleLR.Anneal.COS, 0.3, false),
                oneCycle(OneCycleLR.Anneal.COS, 0.25, true),
                oneCycle(OneCycleLR.Anneal.COS, 0.7, true),
                oneCycle(OneCycleLR.Anneal.LINEAR, 0.3, false),
                cyclic(CyclicLR.Mode.TRIANGULAR),
                cyclic(CyclicLR.Mode.TRIANGULAR2),
                cyclic(CyclicLR.Mode.EXP_RANGE),
                new ExponentialLR(0.999999),
                new ExponentialLR(1.00001),
                new ExponentialLR(0.5),
                new ExponentialLR(0),
                new PolynomialLR(LONG_RUN, 0.9),
                new PolynomialLR(LONG_RUN, 1),
                new PolynomialLR(LONG_RUN, 2),
                new PolynomialLR(LONG_RUN / 2, 0.5),
                new PolynomialLR(LONG_RUN, 3.7),
                new PolynomialLR(LONG_RUN, 6))
                .map(Arguments::of);
    }

    private static CyclicLR cyclic(CyclicLR.Mode mode) {
        return new CyclicLR(0.01, 0.1, 2_000, 777, mode, 0.99999, Optional.empty());
    }

    private static OneCycleLR oneCycle(OneCycleLR.Anneal anneal, double pctStart, boolean threePhase) {
        return new OneCycleLR(List.of(0.1), LONG_RUN, pctStart, anneal, 25, 1e4, threePhase, Optional.empty());
    }

    private static void fillsAsOneByOne(Scheduler scheduler, long start, int count) {
        var filled = new double[count + 2];
        scheduler.fill(filled, 1, count + 1, start, GROUP);

        var expected = new double[count + 2];
        for (int i = 1; i <= count; i++) {
            expected[i] = scheduler.at(start + i - 1, GROUP);
        }
        assertThat(filled).as("%d steps from %d", count, start).containsExactly(expected);
    }

    /// Against a cosine in 50 digits, over a stretch far from the start of a run of a hundred million steps.
    @Test
    void aCosineStaysExactHoweverFarItGoes() {
        long tMax = 100_000_000;
        var cosine = new CosineAnnealingLR(tMax, 0);
        var values = new double[1 << 20];
        for (long from : new long[] {0, 33_333_333, 99_000_000}) {
            cosine.fill(values, 0, values.length, from, GROUP);
            for (int i = 0; i < values.length; i += 9973) {
                BigDecimal height = BigDecimal.ONE.add(Exactly.cosOfPi(from + i, tMax));
                double expected = height.multiply(new BigDecimal(0.05)).doubleValue();
                assertThat(values[i]).as("step %d", from + i).isCloseTo(expected, within(4e-16 * GROUP.baseLr()));
            }
        }
    }
}
