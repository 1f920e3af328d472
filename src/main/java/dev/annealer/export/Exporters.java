package dev.annealer.export;

import dev.annealer.export.java.DjlExporter;
import dev.annealer.export.java.JavaExporter;
import dev.annealer.export.python.HuggingFaceExporter;
import dev.annealer.export.python.KerasExporter;
import dev.annealer.export.python.LightningExporter;
import dev.annealer.export.python.OptaxExporter;
import dev.annealer.export.python.PytorchExporter;
import dev.annealer.export.target.Exporter;
import java.util.List;
import java.util.Optional;

/// All targets, in the order in which people are offered them.
public final class Exporters {
    public static final List<Exporter> ALL = List.of(
            new PytorchExporter(),
            new LightningExporter(),
            new HuggingFaceExporter(),
            new OptaxExporter(),
            new KerasExporter(),
            new JavaExporter(),
            new DjlExporter(),
            new CsvExporter(),
            new JsonExporter());

    private Exporters() {}

    public static Optional<Exporter> named(String id) {
        return ALL.stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }
}
