package dev.annealer.export.python;

import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.ConstantLR;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.CosineAnnealingWarmRestarts;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.ExponentialLR;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.LinearLR;
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.PolynomialLR;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Scheduler;
import dev.annealer.schedule.StepLR;
import java.util.ArrayList;
import java.util.List;

/// What people call the stages of a chain.
final class StageNames {
    private StageNames() {}

    /// A name for each, numbered where it would come twice.
    static List<String> of(List<PlacedStage> stages) {
        List<String> roles = stages.stream().map(stage -> role(stage.scheduler(), stage.start() == 0)).toList();
        var names = new ArrayList<String>();
        for (String role : roles) {
            boolean alone = roles.stream().filter(role::equals).count() == 1;
            long number = names.stream().filter(name -> name.matches(role + "_\\d+")).count() + 1;
            names.add(alone ? role : role + "_" + number);
        }
        return names;
    }

    private static String role(Scheduler scheduler, boolean first) {
        return switch (scheduler) {
            case LinearLR(double start, double end, _) -> start > end ? "decay" : first ? "warmup" : "linear";
            case ConstantLR _ -> "constant";
            case StepLR _ -> "step_decay";
            case MultiStepLR _ -> "multi_step";
            case ExponentialLR _ -> "exponential";
            case PolynomialLR _ -> "polynomial";
            case CosineAnnealingLR _ -> "cosine";
            case CosineAnnealingWarmRestarts _ -> "restarts";
            case OneCycleLR _ -> "one_cycle";
            case CyclicLR _ -> "cyclic";
            case LambdaLR _ -> "custom";
            case MultiplicativeLR _ -> "multiplicative";
            case ChainedScheduler _ -> "chained";
            case ReduceLROnPlateau _ -> "plateau";
        };
    }
}
