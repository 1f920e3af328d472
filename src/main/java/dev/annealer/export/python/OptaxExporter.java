package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// Schedules and an optimizer of Optax.
public final class OptaxExporter implements Exporter {
    @Override
    public String id() {
        return "optax";
    }

    @Override
    public String title() {
        return "Optax";
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
        return Tables.whyNot(input.schedule(), OptaxSchedules::isNative, "an Optax schedule")
                .<Export>map(refusal -> refusal)
                .orElseGet(() -> new Export.Code(new OptaxModule(input).write()));
    }
}
