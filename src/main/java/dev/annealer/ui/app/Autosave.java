package dev.annealer.ui.app;

import dev.annealer.storage.DraftStore.Draft;
import dev.annealer.storage.DraftStore;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Dialogs.Question;
import dev.annealer.ui.support.Dialogs;
import dev.annealer.ui.support.Messages;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Keeps unsaved work on disk, and offers what a crash has left there. A draft exists as long as the document differs from
/// its file.
public final class Autosave {
    private static final Duration PAUSE = Duration.seconds(1.5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final Session session;
    private final DraftStore drafts;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(PAUSE);

    public Autosave(Session session, DraftStore drafts, Background background) {
        this.session = session;
        this.drafts = drafts;
        this.background = background;
        pause.setOnFinished(_ -> keep());
    }

    /// From now on, every pause in the editing is kept.
    public void start() {
        session.documentProperty().subscribe(_ -> pause.playFromStart());
        session.dirtyProperty().subscribe(_ -> pause.playFromStart());
    }

    private void keep() {
        var document = session.document();
        var origin = session.fileProperty().get();
        boolean dirty = session.dirtyProperty().get();
        background.run(
                _ -> {
                    if (dirty) {
                        drafts.save(document, origin);
                    } else {
                        drafts.clear();
                    }
                    return null;
                },
                _ -> { },
                // A full disk is told of when the document itself is saved.
                _ -> { });
    }

    /// The document is left on purpose: nothing of it is to be offered again.
    public void forget() {
        pause.stop();
        try {
            drafts.clear();
        } catch (IOException _) {
            // It is offered once more at the next start; nothing is lost.
        }
    }

    /// Asks about work that a crash has left, the latest first, until one piece of it is taken.
    public void offerAbandoned(Dialogs dialogs) {
        for (Draft draft : drafts.abandoned()) {
            String name = draft.origin() != null ? draft.origin().getFileName().toString() : draft.document().name();
            var question = new Question(
                    Messages.get("drafts.found.title"),
                    Messages.get("drafts.found.text", TIME.format(draft.time().atZone(ZoneId.systemDefault())),
                            name.isBlank() ? Messages.get("files.untitled") : name),
                    List.of(Messages.get("drafts.recover"), Messages.get("drafts.discard"), Messages.get("drafts.later")));
            int answer = dialogs.ask(question);
            if (answer == 0) {
                session.open(draft.document(), draft.origin(), false);
            }
            if (answer <= 1) {
                discard(draft);
            }
            if (answer == 0) {
                return;
            }
        }
    }

    private void discard(Draft draft) {
        try {
            drafts.delete(draft.id());
        } catch (IOException _) {
            // It is offered again at the next start.
        }
    }
}
