package dev.annealer.bench;

import dev.annealer.trace.TraceCsv;
import java.nio.charset.StandardCharsets;

/// How many bytes the table of {@link CsvBenchmark} has.
public final class CsvSize {
    private CsvSize() {}

    public static void main(String[] args) {
        var schedule = Chains.compiled(Chains.usual(CsvBenchmark.ROWS));
        System.out.println(TraceCsv.text(schedule).getBytes(StandardCharsets.UTF_8).length);
    }
}
