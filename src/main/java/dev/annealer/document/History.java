package dev.annealer.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The snapshots of one document, with a cursor: undo and redo are moves of the cursor.
///
/// Edits that follow each other with the same merge key (the drag of one knob) make one snapshot.
public final class History {
    /// Snapshots share all that an edit did not touch, so this many are cheap.
    private static final int MOST = 1000;

    private record Snapshot(String label, Document document, @Nullable Object mergeKey) {}

    private final List<Snapshot> snapshots = new ArrayList<>();
    private int cursor;

    public History(Document initial) {
        snapshots.add(new Snapshot("", initial, null));
    }

    public Document current() {
        return snapshots.get(cursor).document();
    }

    /// Makes `next` the current document. What was undone before is forgotten. An edit that changes nothing is none.
    ///
    /// @param label what the edit did, as the undo command names it: `change T_max`
    /// @param mergeKey what is being dragged; null for an edit of its own
    public void push(String label, Document next, @Nullable Object mergeKey) {
        if (next.equals(current())) {
            return;
        }
        snapshots.subList(cursor + 1, snapshots.size()).clear();
        Snapshot last = snapshots.get(cursor);
        boolean merges = mergeKey != null && mergeKey.equals(last.mergeKey()) && cursor > 0;
        if (merges) {
            snapshots.remove(cursor);
        }
        snapshots.add(new Snapshot(label, next, mergeKey));
        if (snapshots.size() > MOST) {
            snapshots.removeFirst();
        }
        cursor = snapshots.size() - 1;
    }

    /// The next edit with the same merge key is one of its own: the drag is over.
    public void endMerge() {
        Snapshot last = snapshots.get(cursor);
        snapshots.set(cursor, new Snapshot(last.label(), last.document(), null));
    }

    public boolean undo() {
        return undoLabel().isPresent() && moveTo(cursor - 1);
    }

    public boolean redo() {
        return redoLabel().isPresent() && moveTo(cursor + 1);
    }

    private boolean moveTo(int position) {
        cursor = position;
        endMerge();
        return true;
    }

    /// What an undo would take back; empty where there is nothing.
    public Optional<String> undoLabel() {
        return cursor > 0 ? Optional.of(snapshots.get(cursor).label()) : Optional.empty();
    }

    public Optional<String> redoLabel() {
        return cursor + 1 < snapshots.size() ? Optional.of(snapshots.get(cursor + 1).label()) : Optional.empty();
    }
}
