package dev.annealer.ui.app;

import java.util.Iterator;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Waits until the window has shown itself; then does what was put off, a task a frame.
final class AfterFirstFrame extends AnimationTimer {
    /// One before the first is drawn, one while it is, and that in which the chart is drawn.
    private static final int FRAMES = 3;

    private final Iterator<Runnable> tasks;
    private int frame;

    private AfterFirstFrame(List<Runnable> tasks) {
        this.tasks = tasks.iterator();
    }

    static void run(Runnable... tasks) {
        new AfterFirstFrame(List.of(tasks)).start();
    }

    @Override
    public void handle(long now) {
        if (frame++ < FRAMES) {
            return;
        }
        if (tasks.hasNext()) {
            tasks.next().run();
        } else {
            stop();
        }
    }
}
