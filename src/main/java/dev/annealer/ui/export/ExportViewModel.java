package dev.annealer.ui.export;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.export.Exporters;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.Schedule;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Clipboard;
import dev.annealer.ui.support.Dialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the chosen target makes of the document, made again with every edit; the last good one while the document has problems.
/// Beside it, how the files in the folder of exports compare.
public final class ExportViewModel {
    private final Session session;
    private final Clipboard clipboard;
    private final Dialogs dialogs;
    private final Background background;
    private final ExportFolder folder;
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private final ObjectProperty<Exporter> target = new SimpleObjectProperty<>(Exporters.ALL.getFirst());
    private final ReadOnlyObjectWrapper<Export> export = new ReadOnlyObjectWrapper<>(new Export.Code(""));
    private final ReadOnlyObjectWrapper<Map<Exporter, DiskState>> onDisk = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Path>> keptIn = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private Background.@Nullable Job making;
    private Background.@Nullable Job comparing;

    public ExportViewModel(
            Session session, Clipboard clipboard, Dialogs dialogs, PreferencesStore preferences, Background background) {
        this.session = session;
        this.clipboard = clipboard;
        this.dialogs = dialogs;
        this.background = background;
        this.folder = new ExportFolder(session, preferences);
        session.documentProperty().subscribe(_ -> refresh());
        session.evaluatedProperty().subscribe(_ -> refresh());
        session.fileProperty().subscribe(_ -> refresh());
        target.subscribe(_ -> refresh());
        shown.subscribe(_ -> refresh());
    }

    private void refresh() {
        if (!shown.get()) {
            return;
        }
        Optional<ExportInput> input = input();
        stale.set(input.isEmpty());
        message.set(input.isPresent() ? "" : reason());
        if (making != null) {
            making.cancel();
        }
        Exporter chosen = target.get();
        making = input.map(ready -> background.run(_ -> chosen.export(ready), export::set, this::failed)).orElse(null);
        compareWithDisk();
    }

    /// Reads the files in the folder of exports anew.
    public void compareWithDisk() {
        if (comparing != null) {
            comparing.cancel();
        }
        keptIn.set(folder.get());
        Optional<ExportFiles> files = files();
        if (files.isEmpty()) {
            onDisk.set(Map.of());
            return;
        }
        comparing = background.run(_ -> files.get().compare(), onDisk::set, _ -> onDisk.set(Map.of()));
    }

    private Optional<ExportFiles> files() {
        return input().flatMap(input -> folder.get()
                .map(into -> new ExportFiles(input, stem(), into, session.fileProperty().get())));
    }

    private void failed(Exception e) {
        message.set(String.valueOf(e.getMessage()));
    }

    private String reason() {
        return session.problemsProperty().get().stream()
                .findFirst()
                .map(problem -> get("export.problem", problem.toString()))
                .orElse(get("export.evaluating"));
    }

    private Optional<ExportInput> input() {
        Schedule schedule = session.scheduleProperty().get();
        boolean ready = schedule != null
                && session.evaluatedProperty().get()
                && session.problemsProperty().get().isEmpty();
        if (!ready) {
            return Optional.empty();
        }
        Document document = session.document();
        try {
            String canonical = DocumentWriter.write(document);
            String name = document.name().isBlank() ? stem() : document.name();
            return Optional.of(new ExportInput(name, document, schedule, canonical));
        } catch (DocumentException _) {
            return Optional.empty();
        }
    }

    /// The name of the document's file without its ending.
    private String stem() {
        Path file = session.fileProperty().get();
        return file == null ? "schedule" : file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    public List<Exporter> targets() {
        return Exporters.ALL;
    }

    /// Whether anybody sees the code; it is not made while nobody does.
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ObjectProperty<Exporter> targetProperty() {
        return target;
    }

    /// What the chosen target makes of the document.
    public ReadOnlyObjectProperty<Export> exportProperty() {
        return export.getReadOnlyProperty();
    }

    /// The targets that have a file in the folder of exports.
    public ReadOnlyObjectProperty<Map<Exporter, DiskState>> onDiskProperty() {
        return onDisk.getReadOnlyProperty();
    }

    /// The folder of exports, where one was chosen.
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return keptIn.getReadOnlyProperty();
    }

    /// What the last command did, or why the code is not that of the document.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Whether the code is of an earlier state.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public void copy() {
        if (export.get() instanceof Export.Code(String text)) {
            clipboard.putText(text);
            message.set(get("export.copied", target.get().title()));
        }
    }

    public void save() {
        Exporter chosen = target.get();
        input().ifPresent(input -> {
            if (!(export.get() instanceof Export.Code)) {
                return;
            }
            String suggested = ExportFiles.name(chosen, input, stem());
            String ending = suggested.substring(suggested.lastIndexOf('.'));
            var kinds = List.of(new Dialogs.FileKind(chosen.title(), List.of("*" + ending)));
            dialogs.chooseToSave(get("export.save.title", chosen.title()), suggested, kinds)
                    .ifPresent(file -> background.run(
                            _ -> chosen.export(input) instanceof Export.Code(String text) ? Files.writeString(file, text) : file,
                            this::saved,
                            e -> notSaved(file, e)));
        });
    }

    private void saved(Path file) {
        message.set(get("export.saved", file.toString()));
        compareWithDisk();
    }

    private void notSaved(Path file, Exception e) {
        String reason = e instanceof IOException io ? io.getMessage() : e.toString();
        dialogs.error(get("export.not-saved", file.getFileName()), String.valueOf(reason));
    }

    /// Every target into the folder of exports; into one that is asked for where none is remembered.
    public void saveAll() {
        folder.get().ifPresentOrElse(_ -> saveAllInto(), this::saveAllElsewhere);
    }

    /// Every target into a folder that is asked for, and remembered for this document.
    public void saveAllElsewhere() {
        dialogs.chooseFolder(get("export.save-all.title")).ifPresent(chosen -> {
            folder.set(chosen);
            saveAllInto();
        });
    }

    private void saveAllInto() {
        files().ifPresent(files -> background.run(
                _ -> files.save(), saved -> savedAll(saved, files.folder()), e -> notSaved(files.folder(), e)));
    }

    private void savedAll(ExportFiles.Saved saved, Path into) {
        String count = Integer.toString(saved.count());
        message.set(saved.refused().isEmpty()
                ? get("export.saved-all", count, into.toString())
                : get("export.saved-some", count, into.toString(), String.join(", ", saved.refused())));
        compareWithDisk();
    }
}
