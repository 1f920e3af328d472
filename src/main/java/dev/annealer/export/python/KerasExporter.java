package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// A `LearningRateSchedule` of Keras.
public final class KerasExporter implements Exporter {
    @Override
    public String id() {
        return "keras";
    }

    @Override
    public String title() {
        return "Keras";
    }

    @Override
    public Language language() {
        return Language.PYTHON;
    }

    @Override
    public String fileName(ExportInput input, String stem) {
        return stem + ".py";
    }

    @Override
    public Export export(ExportInput input) {
        return Tables.whyNot(input.schedule(), KerasForms::isNative, "a schedule of Keras")
                .<Export>map(refusal -> refusal)
                .orElseGet(() -> new Export.Code(new KerasModule(input).write()));
    }
}
