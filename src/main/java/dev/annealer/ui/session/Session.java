package dev.annealer.ui.session;

import dev.annealer.document.Document;
import dev.annealer.document.History;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.schedule.Compilation;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.ui.support.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The open document, its history, and the schedule that follows from it.
///
/// Every change is an {@link #edit}: the next document is made, compiled, and published, in that order. Everything runs on
/// the window's thread; only the evaluation of long lambdas goes to the background.
public final class Session {
    /// What is evaluated at once rather than in the background: a millisecond or two.
    private static final long STEPS_AT_ONCE = 20_000;

    private final Background background;
    private History history;
    private @Nullable Document saved;
    private Background.@Nullable Job evaluating;

    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Schedule> schedule = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Schedule> ghost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper evaluated = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper("");

    /// A session with an unsaved document.
    public Session(Document initial, Background background) {
        this.background = background;
        this.history = new History(initial);
        this.saved = initial;
        publish();
    }

    /// Replaces the document, its file and its history: what opening a file does.
    ///
    /// @param openedFrom null for a document that is no file yet
    /// @param isSaved whether `opened` is what the file holds; false for a recovered draft
    public void open(Document opened, @Nullable Path openedFrom, boolean isSaved) {
        history = new History(opened);
        saved = isSaved ? opened : null;
        file.set(openedFrom);
        ghost.set(null);
        schedule.set(null);
        publish();
    }

    /// Tells that the current document has been written to `path`.
    public void markSaved(Path path) {
        saved = history.current();
        file.set(path);
        publishState();
    }

    /// One undoable step.
    ///
    /// @param label what it does, as the undo command names it: `change T_max`
    public void edit(String label, UnaryOperator<Document> change) {
        edit(label, null, change);
    }

    /// An edit that merges with the one before it where both have the same `mergeKey`: one drag, one undo.
    public void edit(String label, @Nullable Object mergeKey, UnaryOperator<Document> change) {
        Document next = change.apply(history.current());
        if (next.equals(history.current())) {
            return;
        }
        ghost.set(mergeKey == null ? null : ghostOf());
        history.push(label, next, mergeKey);
        publish();
    }

    /// Publishes the schedule anew, as an edit would that changes nothing: whoever shows it draws it again. Not where there is more to
    /// it than that: while a lambda is gone through in the background, or where the document does not compile.
    public void republish() {
        if (evaluating == null && !stale.get()) {
            publish();
        }
    }

    private @Nullable Schedule ghostOf() {
        return ghost.get() == null ? schedule.get() : ghost.get();
    }

    /// The drag is over: the next edit is one of its own.
    public void endMerge() {
        ghost.set(null);
        history.endMerge();
    }

    public void undo() {
        ghost.set(null);
        if (history.undo()) {
            publish();
        }
    }

    public void redo() {
        ghost.set(null);
        if (history.redo()) {
            publish();
        }
    }

    private void publish() {
        if (evaluating != null) {
            evaluating.cancel();
            evaluating = null;
        }
        Document current = history.current();
        Compilation compilation = ScheduleCompiler.compile(current);
        List<Problem> found = compilation.problems();
        boolean later = false;
        if (compilation instanceof Compilation.Compiled(Schedule compiled)) {
            later = compiled.stepsToEvaluate() > STEPS_AT_ONCE;
            if (!later) {
                found = compiled.evaluate(Progress.NONE);
            }
        }
        evaluated.set(!later);
        problems.set(found);
        stale.set(!found.isEmpty());
        if (found.isEmpty()) {
            schedule.set(compilation.compiled().orElseThrow());
        }
        // Last, so that whoever hears of a new document finds all that follows from it.
        document.set(current);
        publishState();
        if (later) {
            evaluateInBackground(compilation.compiled().orElseThrow());
        }
    }

    private void evaluateInBackground(Schedule compiled) {
        evaluating = background.run(
                compiled::evaluate,
                found -> {
                    evaluating = null;
                    evaluated.set(true);
                    problems.set(found);
                    stale.set(!found.isEmpty());
                },
                _ -> evaluated.set(true));
    }

    private void publishState() {
        dirty.set(!Objects.equals(history.current(), saved));
        undoLabel.set(history.undoLabel().orElse(""));
        redoLabel.set(history.redoLabel().orElse(""));
    }

    public Document document() {
        return document.get();
    }

    /// Changes with every edit, after all that follows from it.
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /// The schedule of the document, or the last one that compiled where the document does not; null before the first.
    public ReadOnlyObjectProperty<@Nullable Schedule> scheduleProperty() {
        return schedule.getReadOnlyProperty();
    }

    /// The schedule as it was before the drag that is going on; null while nothing is dragged.
    public ReadOnlyObjectProperty<@Nullable Schedule> ghostProperty() {
        return ghost.getReadOnlyProperty();
    }

    /// Whether the schedule is that of an earlier document, because this one does not compile.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// False while a long lambda is still being gone through in the background.
    public ReadOnlyBooleanProperty evaluatedProperty() {
        return evaluated.getReadOnlyProperty();
    }

    /// Why the document does not compile; empty where it does.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// The first problem at `where` or inside it.
    public Optional<Problem> problemAt(Place where) {
        return problems.get().stream()
                .filter(problem -> problem.where().isWithin(where))
                .findFirst();
    }

    /// The document's file; null while it has none.
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Whether the document differs from what was saved.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// What an undo would take back; empty text where there is nothing.
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }
}
