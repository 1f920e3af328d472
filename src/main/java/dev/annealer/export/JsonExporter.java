package dev.annealer.export;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// The document itself, in its canonical form.
final class JsonExporter implements Exporter {
    private static final About ABOUT = new About("json", "JSON", Language.JSON, ".json");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        return new Export.Code(input.canonicalJson());
    }
}
