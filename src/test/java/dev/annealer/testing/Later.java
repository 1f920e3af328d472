package dev.annealer.testing;

import dev.annealer.ui.support.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Background work that is done when the test says so, in the order that it says.
public final class Later implements Background {
    public final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> Job run(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var cancelled = new boolean[1];
        waiting.add(() -> {
            if (!cancelled[0]) {
                new Here().run(work, done, failed);
            }
        });
        return () -> cancelled[0] = true;
    }

    @Override
    public void later(Runnable action) {
        waiting.add(action);
    }

    /// Does all that waits, and what is asked for meanwhile.
    public void catchUp() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
