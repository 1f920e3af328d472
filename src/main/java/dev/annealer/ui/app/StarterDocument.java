package dev.annealer.ui.app;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import java.util.List;

/// What a new window shows: the schedule that most people want, warmup and cosine, sized for a CIFAR-10 run.
public final class StarterDocument {
    private StarterDocument() {}

    public static Document create() {
        var training = Training.EMPTY
                .withEpochs(Input.of(100L))
                .withStepsPerEpoch(Input.of(391L))
                .withBatchSize(Input.of(128L));
        var optimizer = Optimizer.of("AdamW", Input.of(1e-3)).withWeightDecay(Input.of(0.05));
        var warmup = SchedulerSpec.of(SchedulerType.LINEAR_LR).with("start_factor", Input.of(0.01));
        var cosine = SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR).with("eta_min", Input.of(1e-5));
        var stages = List.of(new Stage(warmup, new Input("5ep")), new Stage(cosine, Input.NONE));
        return new Document(training, optimizer, new ScheduleSpec(StepUnit.BATCH, stages)).withName("Warmup + cosine");
    }
}
