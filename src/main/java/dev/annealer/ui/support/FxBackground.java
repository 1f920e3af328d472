package dev.annealer.ui.support;

import dev.annealer.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Work on daemon threads, results on the JavaFX thread.
public final class FxBackground implements Background {
    private final Executor threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("background-", 1).factory());

    @Override
    public <T> Job run(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var cancellation = new Cancellation();
        threads.execute(() -> {
            try {
                T result = work.run(cancellation);
                deliver(cancellation, () -> done.accept(result));
            } catch (CancellationException _) {
                // Nobody waits for it.
            } catch (Exception e) {
                deliver(cancellation, () -> failed.accept(e));
            }
        });
        return cancellation;
    }

    private static void deliver(Cancellation cancellation, Runnable result) {
        Platform.runLater(() -> {
            if (!cancellation.isCancelled()) {
                result.run();
            }
        });
    }

    @Override
    public void later(Runnable action) {
        Platform.runLater(action);
    }

    private static final class Cancellation implements Job, Progress {
        private volatile boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void done(double fraction) {}

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
