package dev.annealer.bench;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
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
    private static final int BUFFERS = 16;
    private static final int STEPS = BUFFER * BUFFERS;

    @Param({
        "\"LinearLR\"",
        "\"CosineAnnealingLR\"",
        "\"CosineAnnealingWarmRestarts\", \"T_0\": 100000",
        "\"OneCycleLR\", \"max_lr\": 0.1",
        "\"ExponentialLR\", \"gamma\": 0.999999",
        "\"PolynomialLR\", \"power\": 0.9",
        "\"StepLR\", \"step_size\": 1000",
        "\"CyclicLR\", \"base_lr\": 0.01, \"max_lr\": 0.1, \"step_size_up\": 2000",
        "\"LambdaLR\", \"lr_lambda\": \"1 / (1 + step / 1000)\"",
        "\"MultiplicativeLR\", \"lr_lambda\": \"0.999999\""
    })
    private String stage;

    private Schedule schedule;
    private final double[] buffer = new double[BUFFER];

    @Setup(Level.Trial)
    public void compile() {
        schedule = Chains.compiled(Chains.of(STEPS, "{\"scheduler\": " + stage + "}"));
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[] fill() {
        for (int i = 0; i < BUFFERS; i++) {
            schedule.fill(buffer, (long) i * BUFFER, 0);
        }
        return buffer;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object evaluate() {
        return ScheduleCompiler.compileWhole(Chains.of(STEPS, "{\"scheduler\": " + stage + "}"), Progress.NONE);
    }
}
