package dev.annealer.cli;

import dev.annealer.document.Document;
import dev.annealer.schedule.Compilation;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentStore;
import java.nio.file.Path;

/// A document that was read from a file and whose every step has a learning rate.
record DocumentFile(Path path, Document document, Schedule schedule) {
    private static final String ENDING = ".json";

    static DocumentFile load(Path path) throws InputException {
        Document document = read(path);
        return switch (ScheduleCompiler.compileWhole(document, Progress.NONE)) {
            case Compilation.Compiled(Schedule schedule) -> new DocumentFile(path, document, schedule);
            case Compilation.Refused refused -> throw InputException.of(path, refused.problems());
        };
    }

    static Document read(Path path) throws InputException {
        try {
            return DocumentStore.read(path).document();
        } catch (DocumentException e) {
            throw InputException.of(path, e.problems());
        }
    }

    /// The file's name without `.json`.
    String stem() {
        return stem(path);
    }

    static String stem(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
