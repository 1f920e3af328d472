package dev.annealer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.optimizer.Sgd;
import ai.djl.training.tracker.ParameterTracker;
import ai.djl.training.tracker.Tracker;
import dev.annealer.document.SchedulerType;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.Schedule;
import dev.annealer.testing.CompiledExports;
import dev.annealer.testing.Documents;
import dev.annealer.testing.ExportDocuments;
import dev.annealer.testing.Exports;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Exported trackers, compiled against Deep Java Library and asked as its optimizers ask.
class DjlExportTest {
    private static final Exporter DJL = Exporters.named("djl").orElseThrow();

    @TempDir
    private static Path folder;

    private static List<ExportInput> inputs;
    private static CompiledExports classes;

    static Stream<Arguments> documents() {
        return inputs.stream().map(input -> Arguments.of(input.name(), input));
    }

    @BeforeAll
    static void compileAll() throws Exception {
        inputs = ExportDocuments.all();
        classes = CompiledExports.of(DJL, inputs, folder);
    }

    @AfterAll
    static void close() throws Exception {
        classes.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void givesTheLearningRatesOfTheTrace(String name, ExportInput input) throws Exception {
        for (int group = 0; group < input.schedule().groups().size(); group++) {
            follow(input, tracker(classes.of(input), input.schedule(), group), group);
        }
    }

    private static void follow(ExportInput input, Tracker tracker, int group) throws Exception {
        Schedule schedule = input.schedule();
        for (long t : ExportDocuments.steps(schedule)) {
            assertThat(tracker.getNewValue("weight", (int) t + 1))
                    .as("step %d, group %d", t, group)
                    .isCloseTo((float) schedule.at(t, group), within(Math.ulp((float) schedule.at(t, group))));
            var metric = ExportDocuments.metric(input, t);
            if (metric.isPresent()) {
                tracker.getClass().getMethod("step", double.class).invoke(tracker, metric.getAsDouble());
            }
        }
    }

    private static Tracker tracker(Class<?> type, Schedule schedule, int group) throws ReflectiveOperationException {
        Object tracker = schedule.groups().size() == 1
                ? type.getConstructor().newInstance()
                : type.getMethod("ofGroup", int.class).invoke(null, group);
        return (Tracker) tracker;
    }

    @Test
    void djlsOwnCountingGoesThroughTheSchedule(@TempDir Path apart) throws Exception {
        var document = Documents.ofSteps(20, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2", "gamma", "0.5"));
        ExportInput input = Exports.input(document, "halving");
        try (CompiledExports compiled = CompiledExports.of(DJL, List.of(input), apart)) {
            var tracker = (Tracker) compiled.of(input).getConstructor().newInstance();
            assertThat(Optimizer.sgd().setLearningRateTracker(tracker).build()).isInstanceOf(Sgd.class);
            var optimizer = new Counting(tracker);
            var rates = Stream.generate(() -> optimizer.next("weight")).limit(6).toList();
            assertThat(rates).containsExactly(0.1f, 0.1f, 0.05f, 0.05f, 0.025f, 0.025f);
        }
    }

    @Test
    void anEpochHasAsManyUpdatesAsItIsTold(@TempDir Path apart) throws Exception {
        var document = Documents.withGroups(
                Documents.ofEpochs(20, Documents.stage("", SchedulerType.STEP_LR, "step_size", "1", "gamma", "0.5")), 0.8, 0.4);
        ExportInput input = Exports.input(document, "epochs");
        try (CompiledExports compiled = CompiledExports.of(DJL, List.of(input), apart)) {
            Object second = compiled.of(input).getMethod("ofGroup", int.class).invoke(null, 1);
            var tracker = (Tracker) second.getClass().getMethod("withUpdatesPerEpoch", int.class).invoke(second, 3);
            var optimizer = new Counting(tracker);
            var rates = Stream.generate(() -> optimizer.next("weight")).limit(7).toList();
            assertThat(rates).containsExactly(0.4f, 0.4f, 0.4f, 0.2f, 0.2f, 0.2f, 0.1f);
            assertThat(tracker.getNewValue(0)).isEqualTo(0.4f);
            assertThat(refusal(() -> second.getClass().getMethod("withUpdatesPerEpoch", int.class).invoke(second, 0)))
                    .hasMessage("an epoch has at least one update, not 0");
            assertThat(refusal(() -> second.getClass().getMethod("ofGroup", int.class).invoke(null, 2)))
                    .hasMessage("no param group 2");
        }
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Throwable refusal(Call call) throws ReflectiveOperationException {
        try {
            return new AssertionError("it gave " + call.make());
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /// An optimizer that does nothing but count as DJL's base class does.
    private static final class Counting extends Optimizer {
        private final ParameterTracker tracker;

        Counting(ParameterTracker tracker) {
            super(Optimizer.sgd());
            this.tracker = tracker;
        }

        float next(String parameter) {
            return tracker.getNewValue(parameter, updateCount(parameter));
        }

        @Override
        public void update(String parameterId, NDArray weight, NDArray grad) {
            throw new UnsupportedOperationException("it has no engine");
        }
    }
}
