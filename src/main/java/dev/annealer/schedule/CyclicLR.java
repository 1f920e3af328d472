package dev.annealer.schedule;

import java.util.Optional;
import java.util.OptionalDouble;

/// The triangle between `base_lr` and `max_lr`, its height scaled by 1, by `1 / 2 ** (cycle - 1)`, or by `gamma ** k`.
/// It ignores the base LR of the groups.
///
/// @param momentum empty where momentum is not cycled
public record CyclicLR(
        double baseLr,
        double maxLr,
        long stepSizeUp,
        long stepSizeDown,
        Mode mode,
        double gamma,
        Optional<MomentumRange> momentum)
        implements Scheduler {
    /// How the triangles' height changes.
    public enum Mode {
        TRIANGULAR,
        TRIANGULAR2,
        EXP_RANGE
    }

    /// Peaks only grow or only shrink over the cycles, so those at both ends of a range are enough.
    private static final int CYCLES_AT_EACH_END = 2;

    @Override
    public double at(long k, Group group) {
        return baseLr + (maxLr - baseLr) * wave(k);
    }

    @Override
    public OptionalDouble momentum(long k) {
        return momentum.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        momentum.get().max() - (momentum.get().max() - momentum.get().base()) * wave(k));
    }

    /// The triangle's height at `k`, 0 to 1 before scaling; in PyTorch's own order of operations, whose rounding shows
    /// near the feet after many cycles.
    private double wave(long k) {
        double total = (double) stepSizeUp + stepSizeDown;
        double ratio = stepSizeUp / total;
        double cycle = Math.floor(1 + k / total);
        double x = 1.0 + k / total - cycle;
        double height = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
        return height
                * switch (mode) {
                    case TRIANGULAR -> 1;
                    case TRIANGULAR2 -> 1 / Math.pow(2, cycle - 1);
                    case EXP_RANGE -> Math.pow(gamma, k);
                };
    }

    @Override
    public long[] landmarks(long from, long to) {
        var landmarks = Landmarks.of(from, to);
        long total = stepSizeUp + stepSizeDown;
        long first = from / total;
        long last = (to - 1) / total;
        for (long i = 0; i <= CYCLES_AT_EACH_END; i++) {
            addCycle(landmarks, (first + i) * total);
            addCycle(landmarks, Math.max(first, last - i) * total);
        }
        return landmarks.toArray();
    }

    private void addCycle(Landmarks landmarks, long start) {
        // Rounding may move a foot or a peak to its neighbour.
        landmarks.addBoth(start).addBoth(start + stepSizeUp).add(start + stepSizeUp + 1);
        if (mode == Mode.EXP_RANGE && gamma > 0 && gamma != 1) {
            // Where x * gamma^x turns: the envelope outruns the triangle's side.
            double turn = 1 / Math.log(gamma);
            landmarks.addAround(gamma < 1 ? start - turn : start + stepSizeUp + stepSizeDown - turn);
        }
    }
}
