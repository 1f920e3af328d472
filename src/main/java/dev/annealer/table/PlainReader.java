package dev.annealer.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a file of plain rows, as far as they are plain.
///
/// Nearly all the time goes into telling cells and numbers, so every processor reads a block of lines of its own; they are put
/// together in order.
final class PlainReader {
    private final Dialect dialect;
    private final Watch watch;
    private final RowParts rows;

    /// @param rows where the rows go
    PlainReader(Dialect dialect, Watch watch, RowParts rows) {
        this.dialect = dialect;
        this.watch = watch;
        this.rows = rows;
    }

    /// Whether they are plain to the end of `in`; where not, others go on from behind those that were.
    ///
    /// @throws InterruptedIOException where the thread is interrupted
    boolean read(InputStream in) throws IOException {
        var blocks = new LineBlocks(in);
        var block = new LineBlock(dialect);
        if (!blocks.fill(block)) {
            return false;
        }
        LineBlock.Part top = block.top();
        boolean plain = top.lines() >= dialect.headerLine() && add(top);
        return plain && (blocks.ended() || readBelow(blocks));
    }

    private boolean readBelow(LineBlocks blocks) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory())) {
            Deque<LineBlock> free = new ArrayDeque<>();
            for (int i = 0; i < 2 * processors; i++) {
                free.add(new LineBlock(dialect));
            }
            Deque<Pending> pending = new ArrayDeque<>();
            boolean plain = true;
            while (plain && blocks.fill(free.getFirst())) {
                LineBlock block = free.removeFirst();
                pending.add(new Pending(block, threads.submit(block::below)));
                if (free.isEmpty()) {
                    plain = add(pending.getFirst().part());
                    free.add(pending.removeFirst().block());
                }
            }
            while (plain && !pending.isEmpty()) {
                plain = add(pending.removeFirst().part());
            }
            return plain && blocks.ended();
        }
    }

    private boolean add(LineBlock.Part part) {
        if (part.isPlain()) {
            rows.add(part.rows(), part.lines(), part.bytes());
            watch.afterRows(part.lines());
        }
        return part.isPlain();
    }

    /// Lines that a processor is reading.
    private record Pending(LineBlock block, Future<LineBlock.Part> future) {
        LineBlock.Part part() throws InterruptedIOException {
            try {
                return future.get();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof OutOfMemoryError full) {
                    throw full;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
