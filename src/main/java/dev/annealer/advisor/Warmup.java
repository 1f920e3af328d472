package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Value;
import java.util.List;
import java.util.Optional;

/// The linear rise before, or over, a decay: how long it takes and why.
final class Warmup {
    private static final String SHARE = "10%";
    private static final double START = 0.01;
    private static final long LONGEST_USUAL = 20;
    private static final long USUAL = 5;

    private Warmup() {}

    /// Epochs of warmup in a run of more than 30: 5 epochs, up to 20 for transformers and very large batches, in any case 5 to
    /// 10 % of the run.
    static long epochs(Situation situation) {
        long most = situation.epochs() / 10;
        long least = Math.ceilDiv(situation.epochs(), 20);
        boolean patient = situation.isTransformer() || situation.batchSize() > 4096;
        return Math.max(Math.min(patient ? LONGEST_USUAL : USUAL, most), least);
    }

    /// As a stage's length: whole epochs, or a share of a run that has too few of them.
    static Input length(Situation situation) {
        return new Input(situation.isLong() ? epochs(situation) + "ep" : SHARE);
    }

    static SchedulerSpec scheduler() {
        return SchedulerSpec.of(SchedulerType.LINEAR_LR).with("start_factor", Input.of(START));
    }

    /// Warmup, then `main`, stepped once a batch so that the rise is smooth.
    static List<Stage> before(Situation situation, SchedulerSpec main) {
        return List.of(new Stage(scheduler(), length(situation)), new Stage(main, Input.NONE));
    }

    /// Drops at whole epochs of the run, with a warmup laid over them where one is needed: drops after a stage of warmup would
    /// be counted from its end.
    static SchedulePlan over(Situation situation, SchedulerSpec inEpochs, List<Reason> reasons) {
        if (!situation.needsWarmup()) {
            return new SchedulePlan(StepUnit.EPOCH, List.of(new Stage(inEpochs, Input.NONE)), reasons);
        }
        long steps = situation.isLong() ? epochs(situation) * situation.stepsPerEpoch() : situation.steps() / 10;
        var rise = scheduler().with("total_iters", Input.of(steps));
        var chain = SchedulerSpec.of(SchedulerType.CHAINED_SCHEDULER)
                .with("schedulers", new Value.Members(List.of(rise, Drops.inBatches(inEpochs, situation.stepsPerEpoch()))));
        return new SchedulePlan(StepUnit.BATCH, List.of(new Stage(chain, Input.NONE)), reasons);
    }

    /// Why there is one; empty where it is not needed.
    static Optional<Reason> reason(Situation situation) {
        if (!situation.needsWarmup()) {
            return Optional.empty();
        }
        String length = situation.isLong() ? epochs(situation) + " epochs" : "10 % of the run";
        boolean attention = situation.isTransformer() && !situation.isFineTuning();
        return Optional.of(attention
                ? new Reason(Guideline.WARMUP, "Attention with random weights diverges at full rate: it rises from 1 % for " + length
                        + " first." + (situation.hasLargeBatch() ? " Batch " + situation.batchSize() + " asks for that too." : ""))
                : new Reason(Guideline.LARGE_BATCH_WARMUP, "At batch " + situation.batchSize()
                        + " the full rate is too much for the first steps: it rises from 1 % for " + length + "."));
    }
}
