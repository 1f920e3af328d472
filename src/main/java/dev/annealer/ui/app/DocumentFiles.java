package dev.annealer.ui.app;

import dev.annealer.document.Document;
import dev.annealer.document.Problem;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentStore.Content;
import dev.annealer.storage.DocumentStore;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Dialogs.FileKind;
import dev.annealer.ui.support.Dialogs.Question;
import dev.annealer.ui.support.Dialogs;
import dev.annealer.ui.support.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Opening, saving and leaving documents, so that nothing is lost on the way.
public final class DocumentFiles {
    private static final int MOST_PROBLEMS_SHOWN = 6;

    private final Session session;
    private final DocumentStore store;
    private final Dialogs dialogs;
    private final PreferencesStore preferences;
    private final Background background;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private Background.@Nullable Job reading;
    private Background.@Nullable Job noticing;
    private boolean isReading;

    public DocumentFiles(
            Session session, DocumentStore store, Dialogs dialogs, PreferencesStore preferences, Background background) {
        this.session = session;
        this.store = store;
        this.dialogs = dialogs;
        this.preferences = preferences;
        this.background = background;
        refreshRecent();
    }

    /// The files opened and saved last, the latest first.
    public ObservableList<Path> recent() {
        return FXCollections.unmodifiableObservableList(recent);
    }

    public void clearRecent() {
        preferences.update(known -> known.withoutRecentFiles());
        refreshRecent();
    }

    /// Starts over with the starter document.
    public void newDocument() {
        openAsNew(StarterDocument.create());
    }

    /// Starts over with `document`, which is no file yet; asks about unsaved changes first.
    ///
    /// @return whether it is open now
    public boolean openAsNew(Document document) {
        boolean mayLeave = mayLeave();
        if (mayLeave) {
            stop();
            session.open(document, null, true);
        }
        return mayLeave;
    }

    public void open() {
        if (mayLeave()) {
            dialogs.chooseToOpen(Messages.get("files.open.title"), kinds()).ifPresent(this::read);
        }
    }

    /// Opens `path`, after asking what becomes of unsaved changes.
    public void open(Path path) {
        if (mayLeave()) {
            read(path);
        }
    }

    /// A document with a long metric takes a second to be read. What is open stays until then.
    private void read(Path path) {
        stop();
        Path file = path.toAbsolutePath();
        Document left = session.document();
        isReading = true;
        reading = background.run(
                _ -> DocumentStore.read(file), content -> opened(content, file, left), failure -> unreadable(file, failure));
    }

    /// Gives up the file that is being read: what is asked for last is what counts.
    public void stop() {
        isReading = false;
        if (reading != null) {
            reading.cancel();
        }
        stopNoticing();
    }

    /// @param left what was open when this was asked for: who has gone on with it in the meantime is asked again
    private void opened(Content content, Path file, Document left) {
        isReading = false;
        if (session.document().equals(left) || mayLeave()) {
            store.acknowledge(content);
            session.open(content.document(), file, true);
            remember(file);
        }
    }

    private void unreadable(Path file, Exception failure) {
        isReading = false;
        String reason = failure instanceof DocumentException e ? listed(e.problems()) : String.valueOf(failure.getMessage());
        dialogs.error(Messages.get("files.unreadable.title", file.getFileName()), reason);
        preferences.update(known -> known.withoutRecentFile(file.toString()));
        refreshRecent();
    }

    /// @return whether the document is saved now
    public boolean save() {
        Path file = session.fileProperty().get();
        return file == null ? saveAs() : !overwritesForeignChanges(file) && write(file);
    }

    public boolean saveAs() {
        return dialogs.chooseToSave(Messages.get("files.save.title"), suggestedName(), kinds())
                .filter(file -> write(withEnding(file)))
                .isPresent();
    }

    private boolean write(Path file) {
        try {
            store.save(file, session.document());
        } catch (DocumentException e) {
            dialogs.error(Messages.get("files.unwritable.title", file.getFileName()), listed(e.problems()));
            return false;
        }
        stopNoticing();
        session.markSaved(file);
        remember(file.toAbsolutePath());
        return true;
    }

    private boolean overwritesForeignChanges(Path file) {
        if (!store.hasChanged(file)) {
            return false;
        }
        var question = new Question(
                Messages.get("files.changed.title", file.getFileName()),
                Messages.get("files.changed.overwrite"),
                List.of(Messages.get("files.changed.overwrite.yes"), Messages.get("dialog.cancel")));
        return dialogs.ask(question) != 0;
    }

    /// Looks whether another program has written the document's file, and offers to read it again: what the window does when
    /// it gets the focus.
    public void noticeForeignChanges() {
        Path file = session.fileProperty().get();
        stopNoticing();
        if (file != null && !isReading) {
            noticing = background.run(
                    _ -> store.hasChanged(file),
                    hasChanged -> {
                        if (hasChanged && file.equals(session.fileProperty().get())) {
                            offerToReload(file);
                        }
                    },
                    // Who saves finds out.
                    _ -> { });
        }
    }

    private void stopNoticing() {
        if (noticing != null) {
            noticing.cancel();
        }
    }

    private void offerToReload(Path file) {
        var question = new Question(
                Messages.get("files.changed.title", file.getFileName()),
                Messages.get(session.dirtyProperty().get() ? "files.changed.dirty" : "files.changed.clean"),
                List.of(Messages.get("files.changed.reload"), Messages.get("files.changed.keep")));
        int answer = dialogs.ask(question);
        // The window has the focus again, and looks again, before the answer is acted on.
        stopNoticing();
        if (answer == 0) {
            read(file);
        } else {
            store.acknowledge(file);
        }
    }

    /// Asks about unsaved changes.
    ///
    /// @return whether the document may be left: it is saved, or nobody wants its changes
    public boolean mayLeave() {
        if (!session.dirtyProperty().get()) {
            return true;
        }
        // Nothing changes under the question.
        stop();
        var question = new Question(
                Messages.get("files.unsaved.title"),
                Messages.get("files.unsaved.text", displayName()),
                List.of(Messages.get("files.unsaved.save"), Messages.get("files.unsaved.discard"),
                        Messages.get("dialog.cancel")));
        return switch (dialogs.ask(question)) {
            case 0 -> save();
            case 1 -> true;
            default -> false;
        };
    }

    /// The document's name, or that of its file.
    public String displayName() {
        Document document = session.document();
        if (!document.name().isBlank()) {
            return document.name();
        }
        return Optional.ofNullable(session.fileProperty().get())
                .map(file -> file.getFileName().toString())
                .orElse(Messages.get("files.untitled"));
    }

    private String suggestedName() {
        Path file = session.fileProperty().get();
        if (file != null) {
            return file.getFileName().toString();
        }
        String plain = displayName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "schedule" : plain) + ".json";
    }

    private static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + ".json");
    }

    private void remember(Path file) {
        preferences.update(known -> known.withRecentFile(file.toString()));
        refreshRecent();
    }

    private void refreshRecent() {
        recent.setAll(preferences.get().recentFiles().stream().map(Path::of).toList());
    }

    private static List<FileKind> kinds() {
        return List.of(
                new FileKind(Messages.get("files.kind.documents"), List.of("*.json")),
                new FileKind(Messages.get("files.kind.all"), List.of("*")));
    }

    private static String listed(List<Problem> problems) {
        String shown = problems.stream()
                .limit(MOST_PROBLEMS_SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_PROBLEMS_SHOWN;
        return more > 0 ? shown + "\n" + Messages.get("files.problems.more", Integer.toString(more)) : shown;
    }
}
