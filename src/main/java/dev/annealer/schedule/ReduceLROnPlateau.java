package dev.annealer.schedule;

import dev.annealer.document.Series;
import java.util.ArrayList;
import java.util.List;

/// PyTorch's state machine, run over a metric series.
///
/// The LR at local step k is what the metric's values before it have led to; past the last value it holds.
///
/// @param settings what the document says
/// @param metric value k is what `step(metric)` is given at the end of local step k
/// @param reductions for each group the reductions, in order
public record ReduceLROnPlateau(Settings settings, Series metric, List<List<Reduction>> reductions)
        implements Scheduler {
    /// Whether lower or higher is better.
    public enum Mode {
        MIN,
        MAX
    }

    /// Whether the threshold is a share of the best value or a difference from it.
    public enum ThresholdMode {
        REL,
        ABS
    }

    /// The constructor's arguments in PyTorch.
    public record Settings(
            Mode mode,
            double factor,
            long patience,
            double threshold,
            ThresholdMode thresholdMode,
            long cooldown,
            double minLr,
            double eps) {}

    /// From local step `step` on the LR is `lr`.
    public record Reduction(long step, double lr) {}

    public ReduceLROnPlateau {
        reductions = reductions.stream().map(List::copyOf).toList();
    }

    static ReduceLROnPlateau over(Series metric, Settings settings, List<Group> groups) {
        List<Long> steps = triggers(metric, settings);
        return new ReduceLROnPlateau(
                settings,
                metric,
                groups.stream().map(group -> reductions(steps, settings, group)).toList());
    }

    @Override
    public double at(long k, Group group) {
        int reached = reachedBy(k, group);
        return reached == 0 ? group.baseLr() : reductions.get(group.index()).get(reached - 1).lr();
    }

    /// How many reductions lie behind.
    private int reachedBy(long k, Group group) {
        List<Reduction> ofGroup = reductions.get(group.index());
        int low = 0;
        int high = ofGroup.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ofGroup.get(middle).step() <= k) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        Plateaus.fill(values, from, to, k, group, this, step -> {
            int reached = reachedBy(step, group);
            List<Reduction> ofGroup = reductions.get(group.index());
            return reached == ofGroup.size() ? Long.MAX_VALUE : ofGroup.get(reached).step();
        });
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }

    /// The local steps at whose start the scheduler has just found that patience has run out; whether a learning rate then moves
    /// is another question.
    public static List<Long> triggers(Series metric, Settings settings) {
        var steps = new ArrayList<Long>();
        double best = settings.mode() == Mode.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        long badSteps = 0;
        long cooldownLeft = 0;
        for (int k = 0; k < metric.size(); k++) {
            double value = metric.get(k);
            if (isBetter(value, best, settings)) {
                best = value;
                badSteps = 0;
            } else {
                badSteps++;
            }
            if (cooldownLeft > 0) {
                cooldownLeft--;
                badSteps = 0;
            }
            if (badSteps > settings.patience()) {
                steps.add(k + 1L);
                cooldownLeft = settings.cooldown();
                badSteps = 0;
            }
        }
        return steps;
    }

    private static boolean isBetter(double value, double best, Settings settings) {
        double threshold = settings.threshold();
        return switch (settings.mode()) {
            case MIN ->
                switch (settings.thresholdMode()) {
                    case REL -> value < best * (1 - threshold);
                    case ABS -> value < best - threshold;
                };
            case MAX ->
                switch (settings.thresholdMode()) {
                    case REL -> value > best * (threshold + 1);
                    case ABS -> value > best + threshold;
                };
        };
    }

    private static List<Reduction> reductions(List<Long> steps, Settings settings, Group group) {
        var reductions = new ArrayList<Reduction>();
        double lr = group.baseLr();
        for (long step : steps) {
            double reduced = Math.max(lr * settings.factor(), settings.minLr());
            if (lr - reduced > settings.eps()) {
                lr = reduced;
                reductions.add(new Reduction(step, lr));
            }
        }
        return reductions;
    }
}
