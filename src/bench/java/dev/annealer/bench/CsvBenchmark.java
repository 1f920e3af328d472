package dev.annealer.bench;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableReader;
import dev.annealer.trace.TraceCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Seconds for a trace of a million rows out to nowhere, and for a log of as many in from a file in the cache. The peers write
/// the log, and read the same file.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CsvBenchmark {
    private static final int ROWS = 1_000_000;

    private final Schedule schedule = Chains.compiled(Chains.usual(ROWS));

    /// Where the log is.
    @Param("log.csv")
    public String log;

    @Benchmark
    public void out() throws IOException {
        TraceCsv.write(schedule, TraceCsv.Rows.all(schedule), OutputStream.nullOutputStream());
    }

    @Benchmark
    public Table in() throws IOException, TableException {
        return TableReader.read(Path.of(log), Progress.NONE);
    }
}
