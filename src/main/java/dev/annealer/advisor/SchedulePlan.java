package dev.annealer.advisor;

import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.List;

/// A chain of stages, and why.
record SchedulePlan(StepUnit stepOn, List<Stage> stages, List<Reason> reasons) {
    SchedulePlan {
        stages = List.copyOf(stages);
        reasons = List.copyOf(reasons);
    }
}
