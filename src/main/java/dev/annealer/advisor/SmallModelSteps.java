package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import java.util.List;

/// A small model over many epochs.
final class SmallModelSteps implements Approach {
    private static final int PARTS = 3;

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.architecture() == Architecture.SMALL && situation.isLong();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        long size = Math.ceilDiv(situation.epochs(), PARTS);
        return Warmup.over(situation, Drops.every(size), List.of(new Reason(
                Guideline.SMALL_MODEL,
                "A small model is not picky: the rate falls by 10 every " + size + " epochs, two times in all.")));
    }
}
