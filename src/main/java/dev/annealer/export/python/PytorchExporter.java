package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// A module of PyTorch: `build_optimizer`, `build_scheduler`, a training loop and a dry run.
public final class PytorchExporter implements Exporter {
    private static final About ABOUT = new About("pytorch", "PyTorch", Language.PYTHON, ".py");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        return new Export.Code(new PytorchModule(input).write());
    }
}
