package dev.annealer.table;

import dev.annealer.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/// Tells every few thousand rows how far the reading is, and ends it where nobody waits for it.
final class Watch {
    private static final int EVERY = 4096;

    private final Progress progress;
    private final LongSupplier bytesRead;
    private final long size;
    private long rows;

    /// @param size of the whole file in bytes
    Watch(Progress progress, LongSupplier bytesRead, long size) {
        this.progress = progress;
        this.bytesRead = bytesRead;
        this.size = size;
    }

    void afterRow() {
        afterRows(1);
    }

    void afterRows(int count) {
        long before = rows;
        rows += count;
        if (before / EVERY < rows / EVERY) {
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            progress.done(Math.min(1, (double) bytesRead.getAsLong() / Math.max(1, size)));
        }
    }
}
