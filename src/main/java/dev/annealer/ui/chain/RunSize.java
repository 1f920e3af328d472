package dev.annealer.ui.chain;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.schedule.StepUnitConversion;
import java.util.OptionalLong;

/// Switches between a run sized in epochs and one sized in steps, so that the curve stays the same.
final class RunSize {
    private static final long STEPS_OF_AN_EPOCH = 100;

    private RunSize() {}

    static Document convert(Document document, boolean toSteps) {
        return toSteps ? toSteps(document) : toEpochs(document);
    }

    private static Document toSteps(Document document) {
        Document perBatch = StepUnitConversion.convert(document, StepUnit.BATCH);
        Training training = perBatch.training();
        long perEpoch = training.stepsPerEpoch().count().orElse(1);
        long steps = training.epochs().count().orElse(1) * perEpoch;
        Training sized = training.withSteps(Input.of(steps)).withEpochs(Input.NONE).withStepsPerEpoch(Input.NONE);
        var stages = perBatch.schedule().stages().stream()
                .map(stage -> inSteps(stage, perEpoch))
                .toList();
        return perBatch.withTraining(sized).withSchedule(perBatch.schedule().withStages(stages));
    }

    /// Epochs have no meaning any more.
    private static Stage inSteps(Stage stage, long perEpoch) {
        String text = stage.length().text();
        if (!text.endsWith("ep")) {
            return stage;
        }
        var epochs = new Input(text.substring(0, text.length() - 2)).number();
        return epochs.isEmpty() ? stage : stage.withLength(Input.of(Math.round(epochs.getAsDouble() * perEpoch)));
    }

    private static Document toEpochs(Document document) {
        OptionalLong steps = document.training().steps().count();
        long perEpoch = steps.isPresent() && steps.getAsLong() % STEPS_OF_AN_EPOCH == 0 ? STEPS_OF_AN_EPOCH : 1;
        long epochs = Math.max(1, steps.orElse(perEpoch) / perEpoch);
        return document.withTraining(document.training()
                .withSteps(Input.NONE)
                .withEpochs(Input.of(epochs))
                .withStepsPerEpoch(Input.of(perEpoch)));
    }
}
