package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import dev.annealer.document.StepUnit;
import java.util.List;

/// A language model from scratch.
final class LanguageModel implements Approach {
    @Override
    public String name() {
        return "warmup + linear decay";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.architecture() == Architecture.LANGUAGE_TRANSFORMER && !situation.isFineTuning();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        return new SchedulePlan(StepUnit.BATCH, Warmup.before(situation, Lines.down(0)), List.of(new Reason(
                Guideline.LANGUAGE_MODEL,
                "After the warmup the rate falls on a line to zero, as BERT's does, and changes with every batch: "
                        + situation.steps() + " steps in all.")));
    }
}
