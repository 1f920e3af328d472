package dev.annealer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.SchedulerType;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.Schedule;
import dev.annealer.testing.CompiledExports;
import dev.annealer.testing.Documents;
import dev.annealer.testing.ExportDocuments;
import dev.annealer.testing.Exports;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Exported classes, compiled and asked for every step. The traces they are compared with are PyTorch's, by another test.
class JavaExportTest {
    private static final double RELATIVE = 1e-12;
    private static final double OF_PEAK = 1e-16;
    private static final Exporter JAVA = Exporters.named("java").orElseThrow();

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
        classes = CompiledExports.of(JAVA, inputs, folder);
    }

    @AfterAll
    static void close() throws Exception {
        classes.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void givesTheLearningRatesOfTheTrace(String name, ExportInput input) throws Exception {
        Schedule schedule = input.schedule();
        Object exported = classes.of(input).getConstructor().newInstance();
        var rates = new ArrayList<Method>();
        for (int group = 0; group < schedule.groups().size(); group++) {
            rates.add(schedule.groups().size() == 1
                    ? exported.getClass().getMethod("learningRate", long.class)
                    : exported.getClass().getMethod("learningRate", long.class, int.class));
        }
        double peak = ExportDocuments.peak(schedule);
        for (long t : ExportDocuments.steps(schedule)) {
            for (int group = 0; group < rates.size(); group++) {
                Object rate = rates.size() == 1 ? rates.get(group).invoke(exported, t) : rates.get(group).invoke(exported, t, group);
                double expected = schedule.at(t, group);
                assertThat((double) rate)
                        .as("step %d, group %d", t, group)
                        .isCloseTo(expected, within(RELATIVE * expected + OF_PEAK * peak));
            }
            if (schedule.cyclesMomentum()) {
                Object momentum = exported.getClass().getMethod("momentum", long.class).invoke(exported, t);
                assertThat((double) momentum).isCloseTo(schedule.momentum(t).orElseThrow(), within(1e-12));
            }
            var metric = ExportDocuments.metric(input, t);
            if (metric.isPresent()) {
                exported.getClass().getMethod("step", double.class).invoke(exported, metric.getAsDouble());
            }
        }
    }

    @Test
    void namesAreHarmless(@TempDir Path apart) throws Exception {
        var named = new ArrayList<ExportInput>();
        for (String name : List.of("class", "*/ \\u000a System.exit(1); /*", "Math", "1x", "", "ViT-B/16, ImageNet-1k", "Ünïcode \n x")) {
            var document = Documents.ofSteps(10, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)).withName(name);
            ExportInput input = Exports.input(document, "fallback");
            assertThat(JAVA.fileName(input, "unused")).matches("[A-Z][A-Za-z0-9]*\\.java");
            named.add(input);
        }
        CompiledExports.of(JAVA, named, apart).close();
    }
}
