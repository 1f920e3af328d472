package dev.annealer.ui.export;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.export.Exporters;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.Schedule;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Clipboard;
import dev.annealer.ui.support.Dialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The code of the chosen target, made again with every edit; the last good one while the document has problems.
public final class ExportViewModel {
    private final Session session;
    private final Clipboard clipboard;
    private final Dialogs dialogs;
    private final ObjectProperty<Exporter> target = new SimpleObjectProperty<>(Exporters.ALL.getFirst());
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();

    public ExportViewModel(Session session, Clipboard clipboard, Dialogs dialogs) {
        this.session = session;
        this.clipboard = clipboard;
        this.dialogs = dialogs;
        session.documentProperty().subscribe(_ -> refresh());
        session.evaluatedProperty().subscribe(_ -> refresh());
        session.fileProperty().subscribe(_ -> refresh());
        target.subscribe(_ -> refresh());
    }

    private void refresh() {
        Optional<ExportInput> input = input();
        stale.set(input.isEmpty());
        input.ifPresent(ready -> code.set(target.get().export(ready)));
        message.set(input.isPresent() ? "" : reason());
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

    public ObjectProperty<Exporter> targetProperty() {
        return target;
    }

    public ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
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
        clipboard.putText(code.get());
        message.set(get("export.copied", target.get().title()));
    }

    public void save() {
        input().ifPresent(input -> {
            String suggested = target.get().fileName(input, stem());
            String ending = suggested.substring(suggested.lastIndexOf('.'));
            var kinds = List.of(new Dialogs.FileKind(target.get().title(), List.of("*" + ending)));
            dialogs.chooseToSave(get("export.save.title", target.get().title()), suggested, kinds)
                    .ifPresent(file -> write(file, code.get()));
        });
    }

    /// Every target into one folder, under the names that the command line gives them.
    public void saveAll() {
        input().ifPresent(input -> dialogs.chooseFolder(get("export.save-all.title")).ifPresent(folder -> {
            for (Exporter exporter : targets()) {
                if (!write(folder.resolve(exporter.fileName(input, stem())), exporter.export(input))) {
                    return;
                }
            }
            message.set(get("export.saved-all", Integer.toString(targets().size()), folder.toString()));
        }));
    }

    private boolean write(Path file, String text) {
        try {
            Files.writeString(file, text);
            message.set(get("export.saved", file.toString()));
            return true;
        } catch (IOException e) {
            dialogs.error(get("export.not-saved", file.getFileName()), String.valueOf(e.getMessage()));
            return false;
        }
    }
}
