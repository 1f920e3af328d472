package dev.annealer.testing;

import dev.annealer.progress.Progress;
import dev.annealer.ui.support.Background;
import java.util.function.Consumer;

/// Background work that is done at once, on the thread that asks for it.
public final class Here implements Background {
    @Override
    public <T> Job run(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.run(Progress.NONE);
        } catch (Exception e) {
            failed.accept(e);
            return () -> { };
        }
        done.accept(result);
        return () -> { };
    }

    @Override
    public void later(Runnable action) {
        action.run();
    }
}
