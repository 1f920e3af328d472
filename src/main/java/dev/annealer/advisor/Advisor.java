package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Proposes a schedule for a training.
///
/// What it proposes compiles, and lint finds nothing in it but what to do next: a OneCycle whose peak is not from an LR
/// finder, a plateau that has no metric yet.
public final class Advisor {
    private Advisor() {}

    public static Advice advise(Answers answers) {
        var situation = Situation.of(answers);
        OptimizerPlan optimizer = Optimizers.forTraining(situation);
        Approach approach = Approaches.suiting(situation);
        SchedulePlan schedule = approach.plan(situation, optimizer);
        var reasons = reasons(situation, optimizer, schedule);
        var document = new Document(
                        training(situation, optimizer, schedule),
                        optimizer.optimizer(),
                        new ScheduleSpec(schedule.stepOn(), schedule.stages()))
                .withName(name(situation, approach))
                .withNotes(notes(reasons));
        return new Advice(document, reasons);
    }

    private static List<Reason> reasons(Situation situation, OptimizerPlan optimizer, SchedulePlan schedule) {
        var reasons = new ArrayList<>(schedule.reasons());
        reasons.addAll(optimizer.reasons());
        Warmup.reason(situation).ifPresent(reasons::add);
        BatchSize.reason(situation).ifPresent(reasons::add);
        if (!optimizer.clipGradNorm().isBlank()) {
            reasons.add(new Reason(Guideline.GRADIENT_CLIPPING, "Gradients are clipped at a norm of " + optimizer.clipGradNorm()
                    + ", as is usual for this kind of model: one bad batch does no harm."));
        }
        return reasons;
    }

    /// A run of fewer than 10 epochs with a warmup is sized in steps, as people count who train for less than a few epochs.
    private static Training training(Situation situation, OptimizerPlan optimizer, SchedulePlan schedule) {
        boolean inSteps = situation.isShort() && schedule.stages().size() > 1;
        Training sized = inSteps
                ? Training.EMPTY.withSteps(Input.of(situation.steps()))
                : Training.EMPTY.withEpochs(Input.of(situation.epochs())).withStepsPerEpoch(Input.of(situation.stepsPerEpoch()));
        var parameters = situation.answers().parameters();
        return sized.withBatchSize(Input.of(situation.batchSize()))
                .withClipGradNorm(optimizer.clipGradNorm())
                .withArchitecture(situation.architecture())
                .withParameters(parameters.isPresent() ? Input.of(parameters.getAsLong()) : Input.NONE)
                .withFromPretrained(situation.isFineTuning());
    }

    private static String name(Situation situation, Approach approach) {
        String epochs = !situation.lengthIsKnown() ? "" : ", " + situation.epochs() + (situation.epochs() == 1 ? " epoch" : " epochs");
        return kind(situation.architecture()) + ", " + approach.name() + epochs;
    }

    private static String kind(Architecture architecture) {
        return switch (architecture) {
            case CNN -> "CNN";
            case VISION_TRANSFORMER -> "Vision transformer";
            case LANGUAGE_TRANSFORMER -> "Language model";
            case DETECTOR -> "Detector";
            case SEGMENTATION -> "Segmentation";
            case SMALL -> "Small model";
            case REINFORCEMENT_LEARNING -> "Agent";
            case OTHER -> "Training";
        };
    }

    private static String notes(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.rule().title() + ". " + reason.text()).collect(Collectors.joining("\n"));
    }
}
