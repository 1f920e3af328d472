package dev.annealer.schedule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Up to `max_lr`, down to far below the start; it ignores the base LR.
///
/// `initial = max_lr / div_factor`, `min = initial / final_div_factor`. Phases end at `pct_start * total_steps - 1` and
/// `total_steps - 1`; with three phases also at `2 * pct_start * total_steps - 2`, where the LR is back at `initial`.
/// Each is annealed over `(k - phase start) / (phase end - phase start)`. Past `total_steps` the last phase goes on.
///
/// @param maxLr one for each param group
/// @param momentum empty where momentum is not cycled
public record OneCycleLR(
        List<Double> maxLr,
        long totalSteps,
        double pctStart,
        Anneal anneal,
        double divFactor,
        double finalDivFactor,
        boolean threePhase,
        Optional<MomentumRange> momentum)
        implements Scheduler {
    /// How a phase goes from one value to the other.
    public enum Anneal {
        COS {
            @Override
            double between(double start, double end, double fraction) {
                return end + (start - end) / 2 * Cosines.onePlusCos(Math.PI * fraction);
            }

            @Override
            void between(double start, double end, double[] fractions, int from, int to) {
                for (int i = from; i < to; i++) {
                    fractions[i] = Math.PI * fractions[i];
                }
                Cosines.onePlusCos(fractions, from, to);
                double half = (start - end) / 2;
                for (int i = from; i < to; i++) {
                    fractions[i] = end + half * fractions[i];
                }
            }
        },
        LINEAR {
            @Override
            double between(double start, double end, double fraction) {
                return (end - start) * fraction + start;
            }

            @Override
            void between(double start, double end, double[] fractions, int from, int to) {
                double way = end - start;
                for (int i = from; i < to; i++) {
                    fractions[i] = way * fractions[i] + start;
                }
            }
        };

        abstract double between(double start, double end, double fraction);

        /// Replaces `fractions[from … to-1]`, each above the one before, by what is between.
        abstract void between(double start, double end, double[] fractions, int from, int to);
    }

    /// Where in its phase a step is. Phase 0 rises; 1 falls; 2, with three phases, falls on.
    private record Position(int phase, double fraction) {}

    public OneCycleLR {
        maxLr = List.copyOf(maxLr);
    }

    @Override
    public double at(long k, Group group) {
        double peak = maxLr.get(group.index());
        double initial = peak / divFactor;
        double last = initial / finalDivFactor;
        Position position = positionOf(k);
        return switch (position.phase()) {
            case 0 -> anneal.between(initial, peak, position.fraction());
            case 1 -> anneal.between(peak, threePhase ? initial : last, position.fraction());
            default -> anneal.between(initial, last, position.fraction());
        };
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        int i = from;
        List<Phase> phases = phases(group);
        for (Phase phase : phases) {
            boolean isLast = phase == phases.getLast();
            long left = (long) Math.floor(phase.end()) + 1 - (k + (i - from));
            int until = isLast || left > to - i ? to : i + (int) Math.max(0, left);
            for (int start = i; start < until; start += Cosines.BLOCK) {
                fill(values, start, Math.min(until, start + Cosines.BLOCK), k + (start - from), phase);
            }
            i = until;
        }
    }

    private void fill(double[] values, int from, int to, long k, Phase phase) {
        double first = (double) k - from;
        double start = phase.start();
        double length = phase.end() - start;
        for (int i = from; i < to; i++) {
            values[i] = (first + i - start) / length;
        }
        anneal.between(phase.first(), phase.last(), values, from, to);
    }

    /// A phase: the steps it goes from and to, and the LRs there.
    private record Phase(double start, double end, double first, double last) {}

    private List<Phase> phases(Group group) {
        double peak = maxLr.get(group.index());
        double initial = peak / divFactor;
        double last = initial / finalDivFactor;
        double[] ends = phaseEnds();
        var up = new Phase(0, ends[0], initial, peak);
        var down = new Phase(ends[0], ends[1], peak, threePhase ? initial : last);
        return threePhase ? List.of(up, down, new Phase(ends[1], ends[2], initial, last)) : List.of(up, down);
    }

    @Override
    public OptionalDouble momentum(long k) {
        if (momentum.isEmpty()) {
            return OptionalDouble.empty();
        }
        double base = momentum.get().base();
        double max = momentum.get().max();
        Position position = positionOf(k);
        return OptionalDouble.of(
                switch (position.phase()) {
                    case 0 -> anneal.between(max, base, position.fraction());
                    case 1 -> anneal.between(base, max, position.fraction());
                    default -> max;
                });
    }

    @Override
    public long[] landmarks(long from, long to) {
        var landmarks = Landmarks.of(from, to);
        double[] ends = phaseEnds();
        for (double end : ends) {
            landmarks.addAround(end);
        }
        // Past the horizon a cosine swings on with the period of its last phase; which of its swings comes nearest to the
        // turning point on a whole step is left open.
        double lastStart = ends[ends.length - 2];
        double length = Math.abs(ends[ends.length - 1] - lastStart);
        double swings = Math.max(0, Math.ceil((from - lastStart) / length));
        for (int i = 0; i <= 2 && length > 0; i++) {
            landmarks.addAround(lastStart + (swings + i) * length);
        }
        return landmarks.toArray();
    }

    private Position positionOf(long k) {
        double[] ends = phaseEnds();
        double start = 0;
        for (int phase = 0; phase < ends.length; phase++) {
            if (k <= ends[phase] || phase == ends.length - 1) {
                return new Position(phase, (k - start) / (ends[phase] - start));
            }
            start = ends[phase];
        }
        throw new AssertionError("the last phase takes every step");
    }

    /// The steps at which phases end, in the floating-point arithmetic of PyTorch.
    private double[] phaseEnds() {
        double peak = pctStart * totalSteps - 1;
        return threePhase
                ? new double[] {peak, 2 * pctStart * totalSteps - 2, totalSteps - 1}
                : new double[] {peak, totalSteps - 1};
    }
}
