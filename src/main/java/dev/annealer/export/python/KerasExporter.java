package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// A `LearningRateSchedule` of Keras.
public final class KerasExporter implements Exporter {
    private static final About ABOUT = new About("keras", "Keras", Language.PYTHON, ".py");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        return Tables.whyNot(input.schedule(), KerasForms::isNative, "a schedule of Keras")
                .<Export>map(refusal -> refusal)
                .orElseGet(() -> new Export.Code(new KerasModule(input).write()));
    }
}
