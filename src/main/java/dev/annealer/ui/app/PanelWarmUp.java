package dev.annealer.ui.app;

import dev.annealer.document.Document;
import dev.annealer.ui.session.Session;
import javafx.animation.AnimationTimer;

/// Has the window's panels show their schedule again, once a frame, while a window that has just opened has nothing else to do: by
/// then the first knob that is turned finds their code compiled. What is shown stays the same.
///
/// Over with the first edit, which needs its frame for itself, and after two seconds, however little a slow machine or a large
/// document got done in them.
final class PanelWarmUp extends AnimationTimer {
    /// A shorter time, and the compilers are still busy in the first drag.
    private static final long LASTS_NANOS = 2_000_000_000;

    private final Session session;
    private final Document opened;
    private final long end = System.nanoTime() + LASTS_NANOS;

    private PanelWarmUp(Session session) {
        this.session = session;
        opened = session.document();
    }

    static void start(Session session) {
        new PanelWarmUp(session).start();
    }

    @Override
    public void handle(long now) {
        if (session.document() != opened || System.nanoTime() >= end) {
            stop();
        } else {
            session.republish();
        }
    }
}
