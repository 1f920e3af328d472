package dev.annealer.cli;

import dev.annealer.progress.Progress;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A foreign file that was read as a table.
record TableFile(Path path, Table table) {
    static TableFile load(Path path) throws InputException, IOException {
        if (Files.isDirectory(path)) {
            throw InputException.of(path, "this is a folder; name a file in it");
        }
        try {
            return new TableFile(path, TableReader.read(path, Progress.NONE));
        } catch (TableException e) {
            throw InputException.of(path, e.getMessage());
        }
    }
}
