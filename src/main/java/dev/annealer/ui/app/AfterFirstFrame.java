package dev.annealer.ui.app;

import javafx.animation.AnimationTimer;

/// Waits until the window has shown itself.
final class AfterFirstFrame extends AnimationTimer {
    /// One before the first is drawn, one while it is, and that in which the chart is drawn.
    private static final int FRAMES = 3;

    private final Runnable task;
    private int frame;

    private AfterFirstFrame(Runnable task) {
        this.task = task;
    }

    static void run(Runnable task) {
        new AfterFirstFrame(task).start();
    }

    @Override
    public void handle(long now) {
        if (frame++ == FRAMES) {
            stop();
            task.run();
        }
    }
}
