package dev.annealer.testing;

import dev.annealer.document.Document;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.Compilation;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.DocumentWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents made ready for export.
public final class Exports {
    private Exports() {}

    public static ExportInput input(Path file) throws IOException, DocumentException {
        String name = file.getFileName().toString();
        return input(DocumentReader.read(Files.readAllBytes(file)), name.substring(0, name.lastIndexOf('.')));
    }

    /// @param name what a document without a name is called
    public static ExportInput input(Document document, String name) throws DocumentException {
        Compilation compilation = ScheduleCompiler.compileWhole(document, Progress.NONE);
        return new ExportInput(
                document.name().isBlank() ? name : document.name(),
                document,
                compilation.compiled().orElseThrow(() -> new AssertionError(compilation.problems())),
                DocumentWriter.write(document));
    }

    /// What a person gets: the code, or the sentence that says why there is none.
    public static String text(Exporter exporter, ExportInput input) {
        return switch (exporter.export(input)) {
            case Export.Code(String text) -> text;
            case Export.NotExpressible(String because, String instead) ->
                "not expressible, because " + because + "; " + instead + "\n";
        };
    }
}
