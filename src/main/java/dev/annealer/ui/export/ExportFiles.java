package dev.annealer.ui.export;

import dev.annealer.export.Exporters;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All targets of one document as files of one folder, under the names that the command line gives them; of targets that share
/// one, the later ones add their own: `vit.py`, `vit_optax.py`.
///
/// @param stem the document's file without its ending
/// @param document its file, which no export writes over; null where it has none
record ExportFiles(ExportInput input, String stem, Path folder, @Nullable Path document) {
    /// @param refused titles of the targets that have no words for the schedule
    record Saved(int count, List<String> refused) {}

    Saved save() throws IOException {
        int count = 0;
        var refused = new ArrayList<String>();
        for (Exporter exporter : Exporters.ALL) {
            Path file = file(exporter);
            if (isDocument(file)) {
                continue;
            }
            switch (exporter.export(input)) {
                case Export.Code(String text) -> {
                    Files.writeString(file, text);
                    count++;
                }
                case Export.NotExpressible _ -> refused.add(exporter.title());
            }
        }
        return new Saved(count, refused);
    }

    /// Targets are made only where there is a file to compare with.
    Map<Exporter, DiskState> compare() throws IOException {
        var states = new HashMap<Exporter, DiskState>();
        for (Exporter exporter : Exporters.ALL) {
            Path file = file(exporter);
            if (Files.isRegularFile(file) && !isDocument(file)) {
                byte[] found = Files.readAllBytes(file);
                boolean same = exporter.export(input) instanceof Export.Code(String text)
                        && Arrays.equals(found, text.getBytes(StandardCharsets.UTF_8));
                states.put(exporter, same ? DiskState.SAME : DiskState.DIFFERENT);
            }
        }
        return states;
    }

    private Path file(Exporter exporter) {
        return folder.resolve(name(exporter, input, stem));
    }

    static String name(Exporter exporter, ExportInput input, String stem) {
        String plain = exporter.fileName(input, stem);
        Exporter first = Exporters.ALL.stream()
                .filter(other -> other.fileName(input, stem).equals(plain))
                .findFirst()
                .orElse(exporter);
        int ending = plain.lastIndexOf('.');
        return first == exporter ? plain : plain.substring(0, ending) + "_" + exporter.id() + plain.substring(ending);
    }

    private boolean isDocument(Path file) {
        return document != null && document.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    }
}
