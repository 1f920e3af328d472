package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// A module of PyTorch: `build_optimizer`, `build_scheduler`, a training loop and a dry run.
public final class PytorchExporter implements Exporter {
    @Override
    public String id() {
        return "pytorch";
    }

    @Override
    public String title() {
        return "PyTorch";
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
        return new Export.Code(new PytorchModule(input).write());
    }
}
