package dev.annealer.trace;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.annealer.schedule.Schedule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The trace as CSV: `step,epoch,lr,momentum`, with a column `lr_<name>` for each group where there are several. Numbers
/// round-trip; what the run or the optimizer does not have is empty. UTF-8.
///
/// Nearly all the time goes into writing numbers as text, so every processor formats a block of rows of its own; they are written
/// in order, and memory does not grow with the trace.
public final class TraceCsv {
    /// Steps from, from + every, … below to.
    public record Rows(long from, long to, long every) {
        public static Rows all(Schedule schedule) {
            return new Rows(0, schedule.steps(), 1);
        }

        long count() {
            return to <= from ? 0 : Math.ceilDiv(to - from, every);
        }

        long step(long row) {
            return from + row * every;
        }
    }

    private TraceCsv() {}

    /// Streams the rows to `out`, which is flushed but left open.
    ///
    /// @throws InterruptedIOException where the thread is interrupted
    public static void write(Schedule schedule, Rows rows, OutputStream out) throws IOException {
        out.write(header(schedule).getBytes(StandardCharsets.UTF_8));
        int processors = rows.count() <= TraceBlock.ROWS ? 1 : Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory())) {
            List<TraceBlock> blocks =
                    Stream.generate(() -> new TraceBlock(schedule, rows)).limit(processors + 1L).toList();
            var pending = new ArrayList<Future<byte[]>>();
            long count = Math.ceilDiv(rows.count(), TraceBlock.ROWS);
            for (long i = 0; i < count; i++) {
                TraceBlock block = blocks.get((int) (i % blocks.size()));
                if (pending.size() == blocks.size()) {
                    out.write(formatted(pending.removeFirst()));
                }
                long first = i * TraceBlock.ROWS;
                pending.add(threads.submit(() -> block.format(first)));
            }
            for (Future<byte[]> last : pending) {
                out.write(formatted(last));
            }
        }
        out.flush();
    }

    /// All rows, for a run that is known to be short enough for memory.
    public static String text(Schedule schedule) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(schedule, Rows.all(schedule), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] formatted(Future<byte[]> block) throws InterruptedIOException {
        try {
            return block.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String header(Schedule schedule) throws IOException {
        var names = new ArrayList<String>(List.of("step", "epoch"));
        if (schedule.groups().size() == 1) {
            names.add("lr");
        } else {
            schedule.groups().forEach(group -> names.add("lr_" + group.name()));
        }
        names.add("momentum");
        var header = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(header)) {
            csv.writeRecord(names);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return header.toString();
    }
}
