package dev.annealer.ui.app;

import dev.annealer.document.Document;
import dev.annealer.ui.session.Session;
import javafx.animation.AnimationTimer;

/// Has the window's panels show their schedule again, once a frame, while a window that has just opened has nothing else to do: by
/// then the first knob that is turned finds their code compiled. What is shown stays the same.
///
/// Over with the first edit: that one needs its frame for itself.
final class PanelWarmUp extends AnimationTimer {
    /// Fewer, and the compilers are still busy in the first drag.
    private static final int FRAMES = 120;

    private final Session session;
    private final Document opened;
    private int frame;

    private PanelWarmUp(Session session) {
        this.session = session;
        opened = session.document();
    }

    static void start(Session session) {
        new PanelWarmUp(session).start();
    }

    @Override
    public void handle(long now) {
        if (session.document() != opened || frame++ == FRAMES) {
            stop();
        } else {
            session.republish();
        }
    }
}
