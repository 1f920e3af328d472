package dev.annealer.bench;

import dev.annealer.schedule.Schedule;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Steps a microsecond, that is millions a second. The buffer is reused and fits the cache: a fresh one costs more than the maths.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class TraceBenchmark {
    private static final int BUFFER = 1 << 16;

    @Param
    private TracedStage stage;

    private Schedule schedule;
    private final double[] buffer = new double[BUFFER];

    @Setup(Level.Trial)
    public void compile() {
        schedule = stage.compiled();
    }

    @Benchmark
    @OperationsPerInvocation(TracedStage.STEPS)
    public double[] fill() {
        for (int from = 0; from < TracedStage.STEPS; from += BUFFER) {
            schedule.fill(buffer, from, 0);
        }
        return buffer;
    }
}
