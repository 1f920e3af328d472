package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// Schedules and an optimizer of Optax.
public final class OptaxExporter implements Exporter {
    private static final About ABOUT = new About("optax", "Optax", Language.PYTHON, ".py");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        return Tables.whyNot(input.schedule(), OptaxSchedules::isNative, "an Optax schedule")
                .<Export>map(refusal -> refusal)
                .orElseGet(() -> new Export.Code(new OptaxModule(input).write()));
    }
}
