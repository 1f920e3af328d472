package dev.annealer.trace;

import dev.annealer.schedule.Schedule;
import dev.annealer.trace.TraceCsv.Rows;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/// Some rows of a trace as text. Its buffers are used again for the next ones.
final class TraceBlock {
    static final int ROWS = 8192;

    private static final int CHARACTERS_A_ROW = 64;

    private final Schedule schedule;
    private final Rows rows;
    private final double[][] rates;
    private final StringBuilder out = new StringBuilder(ROWS * CHARACTERS_A_ROW);
    private final Repeated[] repeated;
    private final Repeated momentum = new Repeated();

    /// The text of a number that often comes several times in a row: a momentum, a rate that is held.
    private static final class Repeated {
        private long bits = Double.doubleToRawLongBits(0.0);
        private String text = "0.0";

        void append(double next, StringBuilder out) {
            long nextBits = Double.doubleToRawLongBits(next);
            if (nextBits != bits) {
                bits = nextBits;
                text = Double.toString(next);
            }
            out.append(text);
        }
    }

    TraceBlock(Schedule schedule, Rows rows) {
        this.schedule = schedule;
        this.rows = rows;
        int groups = schedule.groups().size();
        rates = new double[groups][ROWS];
        repeated = new Repeated[groups];
        for (int group = 0; group < groups; group++) {
            repeated[group] = new Repeated();
        }
    }

    /// Rows `first`, `first + 1`, … as far as there are any, {@link #ROWS} at the most.
    byte[] format(long first) {
        int count = (int) Math.min(ROWS, rows.count() - first);
        for (int group = 0; group < rates.length; group++) {
            rates[group] = fill(rates[group], first, count, group);
        }
        out.setLength(0);
        for (int i = 0; i < count; i++) {
            appendRow(rows.step(first + i), i);
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private double[] fill(double[] buffer, long first, int count, int group) {
        double[] values = buffer.length == count ? buffer : new double[count];
        if (rows.every() == 1) {
            schedule.fill(values, rows.step(first), group);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = schedule.at(rows.step(first + i), group);
            }
        }
        return values;
    }

    private void appendRow(long step, int i) {
        out.append(step).append(',');
        OptionalDouble epoch = schedule.run().epochAt(step);
        if (epoch.isPresent()) {
            out.append(epoch.getAsDouble());
        }
        for (int group = 0; group < rates.length; group++) {
            out.append(',');
            repeated[group].append(rates[group][i], out);
        }
        out.append(',');
        OptionalDouble driven = schedule.momentum(step);
        if (driven.isPresent()) {
            momentum.append(driven.getAsDouble(), out);
        }
        out.append('\n');
    }
}
