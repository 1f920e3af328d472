package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.finder.FinderFile;
import dev.annealer.progress.Progress;
import dev.annealer.ui.finder.RunImport.Imported;
import dev.annealer.ui.finder.RunImport.Outcome;
import dev.annealer.ui.finder.RunImport.Unclear;
import dev.annealer.ui.finder.RunImport.Unreadable;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Clipboard;
import dev.annealer.ui.support.Dialogs.FileKind;
import dev.annealer.ui.support.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Files on their way into the finder: read in the background, asked about only where they are not clear.
public final class ImportViewModel {
    private final FinderViewModel finder;
    private final PreferencesStore preferences;
    private final Dialogs dialogs;
    private final Background background;
    private final Clipboard clipboard;
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable ColumnPreview> preview = new ReadOnlyObjectWrapper<>();
    private List<FinderFile> waiting = List.of();
    private Background.@Nullable Job job;

    public ImportViewModel(
            FinderViewModel finder, PreferencesStore preferences, Dialogs dialogs, Background background, Clipboard clipboard) {
        this.finder = finder;
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.background = background;
        this.clipboard = clipboard;
    }

    /// Asks for a file.
    public void choose() {
        var kinds = List.of(
                new FileKind(get("finder.import.kind"), List.of("*.csv", "*.tsv", "*.txt", "*.json", "*.jsonl", "*.log")),
                new FileKind(get("files.kind.all"), List.of("*")));
        dialogs.chooseToOpen(get("finder.import.title"), kinds).ifPresent(file -> open(List.of(file)));
    }

    /// Reads files; two that belong together, of learning rates and of losses, become one run.
    public void open(List<Path> files) {
        cancel();
        problem.set("");
        reading.set(files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", ")));
        fraction.set(0);
        var work = new RunImport(preferences.get().columns());
        List<FinderFile> before = waiting;
        job = background.run(
                progress -> work.read(files, before, heard(progress)),
                this::take,
                failure -> finish(get("finder.import.failed", String.valueOf(failure.getMessage()))));
    }

    private Progress heard(Progress progress) {
        return new Progress() {
            @Override
            public void done(double done) {
                background.later(() -> fraction.set(done));
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    /// Gives up what is being read.
    public void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        reading.set("");
    }

    private void finish(String said) {
        reading.set("");
        problem.set(said);
    }

    private void take(List<Outcome> outcomes) {
        var problems = new ArrayList<String>();
        var unclear = new ArrayList<Unclear>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Imported(var file, var run) -> {
                    finder.add(file, run);
                    message.set(get("finder.imported", run.name()));
                }
                case Unclear open -> unclear.add(open);
                case Unreadable(String name, String reason) -> problems.add(get("finder.import.unreadable", name, reason));
            }
        }
        finish(String.join("\n", problems));
        // Nobody is asked twice about a file that has found no partner yet.
        preview.set(unclear.stream()
                .filter(open -> !waiting.contains(open.file()))
                .reduce((_, last) -> last)
                .map(open -> new ColumnPreview(open.file(), open.reason(), false))
                .orElse(null));
        waiting = unclear.stream().map(Unclear::file).filter(ImportViewModel::isHalf).toList();
    }

    /// Whether the other half may be in another file.
    private static boolean isHalf(FinderFile file) {
        return file.roles().lr().isPresent() != file.roles().loss().isPresent();
    }

    /// Shows the columns of a run that is there, to choose others.
    void reconsider(int id) {
        finder.overlay().runsProperty().get().stream()
                .filter(run -> run.id() == id)
                .forEach(run -> preview.set(new ColumnPreview(run.layer().file(), "", false)));
    }

    void chooseLr(int column) {
        change(shown -> shown.withLr(column));
    }

    void chooseLoss(int column) {
        change(shown -> shown.withLoss(column));
    }

    private void change(UnaryOperator<ColumnPreview> change) {
        ColumnPreview shown = preview.get();
        if (shown != null) {
            preview.set(change.apply(shown));
        }
    }

    /// Takes the columns as they are chosen now, and remembers them for tables with the same header.
    void accept() {
        ColumnPreview shown = preview.get();
        if (shown == null || !shown.isComplete()) {
            return;
        }
        if (shown.isChosen()) {
            preferences.update(known -> known.withColumns(shown.table().header(), shown.choice()));
        }
        cancel();
        reading.set(shown.file().name());
        job = background.run(
                _ -> RunImport.outcome(shown.file()),
                outcome -> accepted(shown, outcome),
                failure -> finish(get("finder.import.failed", String.valueOf(failure.getMessage()))));
    }

    private void accepted(ColumnPreview shown, Outcome outcome) {
        take(List.of(outcome));
        if (outcome instanceof Unclear(var file, var reason)) {
            preview.set(new ColumnPreview(file, reason, shown.isChosen()));
        }
    }

    /// Leaves the preview; a table that waits for its other half is forgotten.
    void dismiss() {
        preview.set(null);
        waiting = List.of();
    }

    void dismissProblem() {
        problem.set("");
    }

    void copySnippet() {
        clipboard.putText(RecordingSnippet.TEXT);
        message.set(get("finder.snippet.copied"));
    }

    /// The names of the files that are being read; blank while none is.
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// How much of them has been read, 0 to 1.
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /// Why files could not be read; blank where they could.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What was done last.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Null while no columns are to be looked at.
    ReadOnlyObjectProperty<@Nullable ColumnPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }
}
