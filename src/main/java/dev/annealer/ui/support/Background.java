package dev.annealer.ui.support;

import dev.annealer.progress.Progress;
import java.util.function.Consumer;

/// Runs what is slower than a frame, and brings the result back to the thread of the window.
public interface Background {
    /// Work that may be given up.
    interface Job {
        /// Its result, if any, is not delivered after this.
        void cancel();
    }

    /// What is done; it stops with a {@link java.util.concurrent.CancellationException} when `progress` says so.
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// @param done called on the window's thread with the result
    /// @param failed called on the window's thread with what went wrong; not after a cancel
    <T> Job run(Work<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Runs `action` on the window's thread, later: at once where that is possible in tests.
    void later(Runnable action);
}
