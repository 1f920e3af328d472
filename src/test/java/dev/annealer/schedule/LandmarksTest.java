package dev.annealer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The few steps that a scheduler names hold the extremes of all steps.
class LandmarksTest {
    private static final int LONGEST = 400;
    private static final Group GROUP = new Group(0, "", 0.1);

    static Stream<Arguments> schedulers() {
        return LongStream.range(0, 40).boxed().flatMap(seed -> {
            var random = new Random(seed);
            return Stream.of(
                    new ConstantLR(random.nextDouble(), 1 + random.nextInt(300)),
                    new LinearLR(random.nextDouble() + 1e-3, random.nextDouble(), 1 + random.nextInt(300)),
                    new StepLR(1 + random.nextInt(60), random.nextDouble() * 1.2),
                    new MultiStepLR(random.longs(5, 0, 300).boxed().toList(), random.nextDouble() * 1.5),
                    new ExponentialLR(0.9 + random.nextDouble() * 0.15),
                    new PolynomialLR(1 + random.nextInt(300), random.nextDouble() * 3),
                    new CosineAnnealingLR(1 + random.nextInt(300), random.nextDouble() * 0.2),
                    new CosineAnnealingWarmRestarts(1 + random.nextInt(40), 1 + random.nextInt(3), random.nextDouble() * 0.2),
                    oneCycle(random),
                    cyclic(random),
                    plateau(random))
                    .map(scheduler -> Arguments.of(seed, scheduler));
        });
    }

    private static Scheduler oneCycle(Random random) {
        return new OneCycleLR(
                List.of(1.0),
                2 * LONGEST + random.nextInt(300),
                random.nextDouble(),
                random.nextBoolean() ? OneCycleLR.Anneal.COS : OneCycleLR.Anneal.LINEAR,
                1 + random.nextInt(30),
                1 + random.nextInt(1000),
                random.nextBoolean(),
                Optional.of(new MomentumRange(0.85, 0.95)));
    }

    private static Scheduler cyclic(Random random) {
        return new CyclicLR(
                random.nextDouble() * 0.1,
                random.nextDouble(),
                1 + random.nextInt(50),
                1 + random.nextInt(50),
                CyclicLR.Mode.values()[random.nextInt(3)],
                0.9 + random.nextDouble() * 0.15,
                Optional.of(new MomentumRange(0.8, 0.9)));
    }

    private static Scheduler plateau(Random random) {
        var settings = new ReduceLROnPlateau.Settings(
                ReduceLROnPlateau.Mode.MIN, 0.5, 3, 1e-4, ReduceLROnPlateau.ThresholdMode.REL, 2, 1e-4, 1e-8);
        return ReduceLROnPlateau.over(Series.of(random.doubles(300).toArray()), settings, List.of(GROUP));
    }

    @ParameterizedTest(name = "seed {0}: {1}")
    @MethodSource("schedulers")
    void holdTheExtremesOfEveryRange(long seed, Scheduler scheduler) {
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            long from = random.nextInt(LONGEST);
            long to = from + 1 + random.nextInt(LONGEST);
            agree(k -> scheduler.at(k, GROUP), scheduler.landmarks(from, to), from, to);
            if (scheduler.momentum(0).isPresent()) {
                agree(k -> scheduler.momentum(k).orElseThrow(), scheduler.landmarks(from, to), from, to);
            }
        }
    }

    private static void agree(LongToDoubleFunction function, long[] landmarks, long from, long to) {
        double[] all = LongStream.range(from, to).mapToDouble(function).toArray();
        double greatest = Arrays.stream(all).max().orElseThrow();
        double least = Arrays.stream(all).min().orElseThrow();
        Extremes found = Extremes.of(function, landmarks);
        assertThat(found.max()).isCloseTo(greatest, within(1e-12 * Math.abs(greatest)));
        assertThat(found.min()).isCloseTo(least, within(1e-12 * Math.abs(greatest)));
        assertThat(landmarks).hasSizeLessThan(64);
        assertThat(Arrays.stream(landmarks)).allMatch(step -> step >= from && step < to);
    }
}
