package dev.annealer.trace;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The trace as CSV: `step,epoch,lr,momentum`, with a column `lr_<name>` for each group where there are several. Numbers
/// round-trip; what the run or the optimizer does not have is empty.
public final class TraceCsv {
    private static final int BLOCK = 8192;

    /// Steps from, from + every, … below to.
    public record Rows(long from, long to, long every) {
        public static Rows all(Schedule schedule) {
            return new Rows(0, schedule.steps(), 1);
        }
    }

    private final Schedule schedule;
    private final StringBuilder out = new StringBuilder(1 << 16);

    private TraceCsv(Schedule schedule) {
        this.schedule = schedule;
    }

    /// Streams the rows to `writer`, which is flushed but left open.
    public static void write(Schedule schedule, Rows rows, Writer writer) throws IOException {
        writer.write(header(schedule));
        new TraceCsv(schedule).writeRows(rows, writer);
        writer.flush();
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

    private void writeRows(Rows rows, Writer writer) throws IOException {
        boolean dense = rows.every() == 1;
        var blocks = new double[schedule.groups().size()][BLOCK];
        for (long step = rows.from(); step < rows.to(); ) {
            int count = (int) Math.min(BLOCK, Math.ceilDiv(rows.to() - step, rows.every()));
            for (Group group : schedule.groups()) {
                fill(blocks[group.index()], step, count, rows.every(), group.index(), dense);
            }
            for (int i = 0; i < count; i++, step += rows.every()) {
                appendRow(step, blocks, i);
            }
            writer.append(out);
            out.setLength(0);
        }
    }

    private void fill(double[] block, long step, int count, long every, int group, boolean dense) {
        if (dense && count == BLOCK) {
            schedule.fill(block, step, group);
            return;
        }
        for (int i = 0; i < count; i++) {
            block[i] = schedule.at(step + i * every, group);
        }
    }

    private void appendRow(long step, double[][] blocks, int i) {
        out.append(step).append(',');
        append(schedule.run().epochAt(step));
        for (double[] block : blocks) {
            out.append(',').append(block[i]);
        }
        out.append(',');
        append(schedule.momentum(step));
        out.append('\n');
    }

    private void append(OptionalDouble value) {
        if (value.isPresent()) {
            out.append(value.getAsDouble());
        }
    }
}
