package dev.annealer.cli;

import dev.annealer.finder.FinderException;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.progress.Progress;
import dev.annealer.storage.DocumentStore;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An LR range test that was read from a file.
record RunFile(Path path, FinderRun run) {
    private static final String DOCUMENT_ENDING = ".json";

    /// Whether a file that may be a document or a run is meant as a run. What is called `.json` and is neither counts as a
    /// document.
    static boolean isMeant(Path path) throws IOException {
        if (!Files.isRegularFile(path) || DocumentStore.looksLikeDocument(path)) {
            return false;
        }
        return !path.toString().endsWith(DOCUMENT_ENDING) || isTable(path);
    }

    private static boolean isTable(Path path) throws IOException {
        try {
            return TableReader.read(path, Progress.NONE).rows() > 1;
        } catch (TableException _) {
            return false;
        }
    }

    static RunFile load(Path path) throws InputException, IOException {
        Table table = TableFile.load(path).table();
        String name = path.getFileName().toString();
        try {
            return new RunFile(path, new FinderFile(name, table, ColumnRoles.guess(table, name)).read());
        } catch (FinderException e) {
            throw InputException.of(path, e.getMessage() + "; " + e.remedy());
        }
    }
}
