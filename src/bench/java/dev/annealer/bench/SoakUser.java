package dev.annealer.bench;

import dev.annealer.document.Input;
import dev.annealer.export.Exporters;
import dev.annealer.export.target.ExportInput;
import dev.annealer.progress.Progress;
import dev.annealer.python.ScriptImporter;
import dev.annealer.schedule.Schedule;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.table.TableReader;
import dev.annealer.trace.TraceCsv;
import dev.annealer.ui.session.Session;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One act a frame: mostly a knob that moves, now and then what people do between drags.
final class SoakUser {
    private static final int FRAMES_A_DRAG = 45;
    private static final int FRAMES_A_DOCUMENT = 600;
    private static final int LONGEST_TRACE = 100_000;

    private final Session session;
    private final List<Path> documents;
    private final Path folder;
    private final SoakRecord record;
    private final ExecutorService errands = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("errands").factory());
    private int frame;

    SoakUser(Session session, List<Path> documents, Path folder, SoakRecord record) {
        this.session = session;
        this.documents = documents;
        this.folder = folder;
        this.record = record;
    }

    void act() {
        int now = frame++;
        if (now % FRAMES_A_DOCUMENT == 0) {
            open(documents.get(now / FRAMES_A_DOCUMENT % documents.size()));
        } else if (now % FRAMES_A_DOCUMENT == FRAMES_A_DOCUMENT / 2) {
            errand();
        } else if (now % FRAMES_A_DRAG == 0) {
            session.endMerge();
            session.undo();
        } else {
            double rate = 1e-3 * (1 + now % FRAMES_A_DRAG / 10.0);
            session.edit("change lr", this, document -> document.withOptimizer(document.optimizer().withLr(Input.of(rate))));
        }
    }

    private void open(Path file) {
        try {
            session.open(DocumentReader.read(Files.readAllBytes(file)), file, true);
        } catch (Exception e) {
            record.threw(e);
        }
    }

    /// Exports to every target, imports the PyTorch of it, writes the trace and reads it as a table.
    private void errand() {
        Schedule schedule = session.scheduleProperty().get();
        var document = session.document();
        errands.submit(() -> {
            try {
                var input = new ExportInput("soak", document, schedule, DocumentWriter.write(document));
                Exporters.ALL.forEach(exporter -> exporter.export(input));
                ScriptImporter.read(Exporters.ALL.getFirst().export(input).toString(), Map.of());
                if (schedule.steps() <= LONGEST_TRACE) {
                    Path csv = folder.resolve("trace.csv");
                    try (OutputStream out = Files.newOutputStream(csv)) {
                        TraceCsv.write(schedule, TraceCsv.Rows.all(schedule), out);
                    }
                    TableReader.read(csv, Progress.NONE);
                }
                record.errandDone();
            } catch (Exception | StackOverflowError e) {
                record.threw(e);
            }
        });
    }
}
