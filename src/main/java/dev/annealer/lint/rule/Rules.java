package dev.annealer.lint.rule;

import dev.annealer.lint.Linter;
import dev.annealer.lint.Rule;
import java.util.List;
import java.util.Optional;

/// All rules, in the order in which equally bad findings are told.
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new TransformerWithoutWarmup(),
            new LargeBatchWithoutWarmup(),
            new HighLrWithoutWarmup(),
            new WarmupLength(),
            new WarmupTooSteep(),
            new HorizonMismatch(),
            new StepUnitMismatch(),
            new OneCyclePerEpoch(),
            new OneCycleLongRun(),
            new OneCycleUntuned(),
            new OneCycleCombined(),
            new OneCycleStepBudget(),
            new OneCycleOneMaxLr(),
            new OneCycleSensitiveModel(),
            new ConstantLrLongRun(),
            new ScheduleShortRun(),
            new ScheduleLength(),
            new Unreachable(),
            new MilestonesShifted(),
            new Jump(),
            new SharpDrop(),
            new FinalLrHigh(),
            new FinalLrZero(),
            new ZeroFirstLr(),
            new DecayTooFast(),
            new PlateauWithoutMetric(),
            new PlateauNeverReduces(),
            new PlateauSettings(),
            new SameLrFineTuning(),
            new HighLrFineTuning(),
            new LinearScaling(),
            new EtaMinPerGroup(),
            new MomentumOverwritten(),
            new ExponentialGamma(),
            new CyclicMomentumOptimizer(),
            new SilencedUnknownRule());

    public static final Linter LINTER = new Linter(ALL);

    private Rules() {}

    public static Optional<Rule> named(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
