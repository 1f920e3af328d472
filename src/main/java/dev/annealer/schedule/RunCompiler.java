package dev.annealer.schedule;

import dev.annealer.document.Bounds;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Place;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The training's size in scheduler steps.
final class RunCompiler {
    private static final Place TRAINING = Place.TRAINING;

    private final Fields fields;

    RunCompiler(Fields fields) {
        this.fields = fields;
    }

    Run compile(Training training, StepUnit stepOn) {
        checkRest(training);
        return training.isSizedInSteps() ? sizedInSteps(training, stepOn) : sizedInEpochs(training, stepOn);
    }

    private Run sizedInSteps(Training training, StepUnit stepOn) {
        refuseBeside(training.epochs(), TRAINING.at("epochs"));
        refuseBeside(training.stepsPerEpoch(), TRAINING.at("steps_per_epoch"));
        if (stepOn != StepUnit.BATCH) {
            fields.problem(
                    new Place("schedule.step_on"),
                    "a run sized in steps has no epochs to step on",
                    "use \"batch\", or give training.epochs in place of training.steps");
        }
        long steps = fields.count(TRAINING.at("steps"), training.steps(), 1);
        return new Run(steps, stepOn, OptionalLong.empty(), OptionalLong.empty());
    }

    private void refuseBeside(Input input, Place where) {
        if (!input.isBlank()) {
            fields.problem(where, "stands beside training.steps", "size the run in steps or in epochs, not both");
        }
    }

    private Run sizedInEpochs(Training training, StepUnit stepOn) {
        long epochs = fields.count(TRAINING.at("epochs"), training.epochs(), 1);
        boolean perEpoch = stepOn == StepUnit.EPOCH;
        OptionalLong notNeeded = perEpoch ? OptionalLong.of(1) : OptionalLong.empty();
        long given = fields.count(TRAINING.at("steps_per_epoch"), training.stepsPerEpoch(), notNeeded, 1);
        long stepsPerEpoch = perEpoch ? 1 : given;
        long steps = epochs > Numbers.MAX_COUNT / stepsPerEpoch ? 0 : epochs * stepsPerEpoch;
        if (steps == 0) {
            fields.problem(
                    TRAINING.at("epochs"),
                    epochs + " epochs of " + stepsPerEpoch + " steps are too large",
                    "a run has at most 2^53 steps");
        }
        return new Run(Math.max(1, steps), stepOn, OptionalLong.of(epochs), OptionalLong.of(stepsPerEpoch));
    }

    /// What the exported training loop uses, and the advice.
    private void checkRest(Training training) {
        var optional = OptionalLong.of(1);
        fields.count(TRAINING.at("batch_size"), training.batchSize(), optional, 1);
        fields.count(TRAINING.at("accumulation"), training.accumulation(), optional, 1);
        fields.count(TRAINING.at("parameters"), training.parameters(), optional, 1);
        fields.real(TRAINING.at("clip_grad_norm"), training.clipGradNorm(), OptionalDouble.of(1), Bounds.POSITIVE);
    }
}
