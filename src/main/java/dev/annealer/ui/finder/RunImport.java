package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.finder.FinderException;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.progress.Progress;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableReader;
import dev.annealer.ui.preferences.ColumnChoice;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Files to runs, off the window's thread.
///
/// @param choices what a person chose before in tables with the same header
record RunImport(Map<String, ColumnChoice> choices) {
    /// What became of a file.
    sealed interface Outcome permits Imported, Unclear, Unreadable {}

    record Imported(FinderFile file, FinderRun run) implements Outcome {}

    /// A table, of which it is not clear what is what.
    ///
    /// @param reason what is missing or wrong, and what to do
    record Unclear(FinderFile file, String reason) implements Outcome {}

    /// @param reason why it is no table, and what to do
    record Unreadable(String name, String reason) implements Outcome {}

    /// @param waiting tables that were read before and have found no partner yet
    List<Outcome> read(List<Path> paths, List<FinderFile> waiting, Progress progress) {
        var outcomes = new ArrayList<Outcome>();
        var files = new ArrayList<>(waiting);
        for (int i = 0; i < paths.size(); i++) {
            String name = String.valueOf(paths.get(i).getFileName());
            try {
                files.add(file(name, table(paths.get(i), part(progress, i, paths.size()))));
            } catch (TableException e) {
                outcomes.add(new Unreadable(name, e.getMessage()));
            } catch (IOException e) {
                outcomes.add(new Unreadable(name, reason(e)));
            }
        }
        try {
            FinderFile.joined(files).forEach(file -> outcomes.add(outcome(file)));
        } catch (TableException e) {
            files.forEach(file -> outcomes.add(new Unclear(file, e.getMessage())));
        }
        return outcomes;
    }

    private static Table table(Path path, Progress progress) throws TableException, IOException {
        if (Files.isDirectory(path)) {
            throw new TableException(get("finder.import.folder"), get("finder.import.folder.remedy"));
        }
        return TableReader.read(path, progress);
    }

    private FinderFile file(String name, Table table) {
        ColumnRoles roles = ColumnRoles.guess(table, name);
        ColumnChoice choice = choices.get(table.header());
        boolean known = choice != null
                && table.indexOf(choice.lr()).isPresent()
                && table.indexOf(choice.loss()).isPresent();
        return new FinderFile(
                name,
                table,
                known ? roles.withLr(table, table.indexOf(choice.lr())).withLoss(table.indexOf(choice.loss())) : roles);
    }

    static Outcome outcome(FinderFile file) {
        if (file.roles().lr().isEmpty()) {
            return new Unclear(file, get("finder.import.no-lr", file.table().namesInShort()));
        }
        if (file.roles().loss().isEmpty()) {
            return new Unclear(file, get("finder.import.no-loss", file.table().namesInShort()));
        }
        try {
            return new Imported(file, file.read());
        } catch (FinderException e) {
            return new Unclear(file, e.getMessage() + "; " + e.remedy());
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> get("finder.import.missing");
            case AccessDeniedException _ -> get("finder.import.denied");
            default -> get("finder.import.failed", String.valueOf(e.getMessage()));
        };
    }

    /// The progress of one file among several.
    private static Progress part(Progress whole, int index, int count) {
        return new Progress() {
            @Override
            public void done(double fraction) {
                whole.done((index + fraction) / count);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
