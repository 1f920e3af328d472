package dev.annealer.export;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;

/// The document itself, in its canonical form.
final class JsonExporter implements Exporter {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String title() {
        return "JSON";
    }

    @Override
    public Language language() {
        return Language.JSON;
    }

    @Override
    public String fileName(ExportInput input, String stem) {
        return stem + ".json";
    }

    @Override
    public Export export(ExportInput input) {
        return new Export.Code(input.canonicalJson());
    }
}
