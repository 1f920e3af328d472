package dev.annealer.export;

import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Exports;
import dev.annealer.testing.Golden;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Exported classes, compiled and asked for every step. The traces they are compared with are PyTorch's, by another test.
class JavaExportTest {
    private static final double RELATIVE = 1e-12;
    private static final double OF_PEAK = 1e-16;
    private static final Exporter JAVA = Exporters.named("java").orElseThrow();

    @TempDir
    private static Path folder;

    private static URLClassLoader classes;

    static Stream<Path> documents() {
        return Stream.concat(
                Golden.files("golden/traces", ".json").stream(), Golden.files("golden/lambdas", ".json").stream());
    }

    @BeforeAll
    static void compileAll() throws Exception {
        for (Path document : documents().toList()) {
            write(Exports.input(document));
        }
        compile();
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    private static void write(ExportInput input) throws Exception {
        Files.writeString(folder.resolve(JAVA.fileName(input, "unused")), JAVA.export(input));
    }

    private static void compile() throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(folder)) {
            var options = List.of("--release", "8", "-Xlint:all,-options", "-Werror", "-d", folder.toString());
            var units = files.getJavaFileObjectsFromPaths(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            boolean compiled = compiler.getTask(messages, files, null, options, null, units).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @AfterAll
    static void close() throws Exception {
        classes.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void givesTheLearningRatesOfTheTrace(Path file) throws Exception {
        ExportInput input = Exports.input(file);
        Schedule schedule = input.schedule();
        String name = JAVA.fileName(input, "unused").replace(".java", "");
        Object exported = classes.loadClass(name).getConstructor().newInstance();
        var rates = new ArrayList<Method>();
        for (int group = 0; group < schedule.groups().size(); group++) {
            rates.add(schedule.groups().size() == 1
                    ? exported.getClass().getMethod("learningRate", long.class)
                    : exported.getClass().getMethod("learningRate", long.class, int.class));
        }
        double peak = peak(schedule);
        for (long t = 0; t < schedule.steps(); t++) {
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
            giveMetric(exported, input, t);
        }
    }

    private static double peak(Schedule schedule) {
        return schedule.groups().stream()
                .mapToDouble(group -> schedule.extremes(0, schedule.steps(), group.index()).max())
                .max()
                .orElseThrow();
    }

    private static void giveMetric(Object exported, ExportInput input, long t) throws Exception {
        boolean plateau = input.schedule().stageAt(input.schedule().steps() - 1).scheduler() instanceof ReduceLROnPlateau;
        Metric metric = input.document().metric();
        if (plateau && metric != null && t < metric.values().size()) {
            exported.getClass().getMethod("step", double.class).invoke(exported, metric.values().get((int) t));
        }
    }

    @Test
    void namesAreHarmless() throws Exception {
        for (String name : List.of("class", "*/ \\u000a System.exit(1); /*", "Math", "1x", "", "ViT-B/16, ImageNet-1k", "Ünïcode \n x")) {
            var document = Documents.ofSteps(10, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)).withName(name);
            ExportInput input = Exports.input(document, "fallback");
            assertThat(JAVA.fileName(input, "unused")).matches("[A-Z][A-Za-z0-9]*\\.java");
            write(input);
        }
        compile();
    }
}
