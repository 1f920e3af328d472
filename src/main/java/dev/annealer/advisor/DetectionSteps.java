package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import java.util.List;

/// Detectors keep their rate for most of the run, and drop it late.
final class DetectionSteps implements Approach {
    /// Drops after 16 and 22 of 26 epochs.
    private static final double FIRST = 16.0 / 26;

    private static final double SECOND = 22.0 / 26;
    /// DETR drops once, after 200 of 300 epochs.
    private static final double ONLY = 2.0 / 3;

    @Override
    public String name() {
        return "late drops";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.architecture() == Architecture.DETECTOR && !situation.isShort();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        List<Long> epochs = optimizer.isAdamLike()
                ? List.of(at(situation, ONLY))
                : List.of(at(situation, FIRST), at(situation, SECOND));
        String text = "The rate falls by 10 after epoch" + (epochs.size() == 1 ? " " : "s ") + Drops.inWords(epochs) + " of "
                + situation.epochs() + (optimizer.isAdamLike() ? ", as DETR's does." : ", where two-stage detectors have it.");
        return Warmup.over(situation, Drops.at(epochs), List.of(new Reason(Guideline.DETECTION, text)));
    }

    private static long at(Situation situation, double share) {
        return Math.round(situation.epochs() * share);
    }
}
