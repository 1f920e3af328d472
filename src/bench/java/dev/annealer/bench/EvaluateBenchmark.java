package dev.annealer.bench;

import dev.annealer.document.Document;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Milliseconds from a document without closed form to a schedule whose every one of a million steps was looked at, as when a knob of
/// it has moved.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class EvaluateBenchmark {
    @Param({
        "CHAINED", "LAMBDA_INVERSE", "LAMBDA_SQUARE", "LAMBDA_COSINE", "LAMBDA_EXPONENTIAL", "LAMBDA_NOAM", "LAMBDA_WARMUP",
        "MULTIPLICATIVE", "MULTIPLICATIVE_STEPS"
    })
    private TracedStage stage;

    private Document document;

    @Setup(Level.Trial)
    public void read() {
        document = stage.document();
    }

    @Benchmark
    public Object evaluate() {
        return ScheduleCompiler.compileWhole(document, Progress.NONE);
    }
}
