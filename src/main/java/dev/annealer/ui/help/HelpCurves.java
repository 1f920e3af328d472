package dev.annealer.ui.help;

import dev.annealer.document.Document;
import dev.annealer.document.Metric;
import dev.annealer.document.Series;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentReader;
import dev.annealer.ui.support.CurvePoints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Draws the help file's examples with the schedules that documents get, so that no picture shows what the program does not do.
final class HelpCurves {
    private static final int STEPS = 100;
    private static final int IMPROVING = 25;
    private static final double LEAST_MOMENTUM = 0.65;
    private static final String DOCUMENT = """
            {"annealer": 1, "training": {"steps": %d}, "optimizer": {"type": "SGD", "lr": 1, "momentum": 0.9},
             "schedule": {"step_on": "batch", "stages": [%s]}}""";

    private HelpCurves() {}

    /// The scheduler as it is in the example.
    static HelpCurve of(SchedulerHelp help) {
        return learningRate("", help.example());
    }

    /// The same with each of the compared values.
    static List<HelpCurve> of(SchedulerHelp help, String name, SchedulerHelp.ParameterHelp parameter) {
        return parameter.compare().stream().map(value -> curve(help, name, parameter, value)).toList();
    }

    private static HelpCurve curve(SchedulerHelp help, String name, SchedulerHelp.ParameterHelp parameter, JsonNode value) {
        ObjectNode example = (ObjectNode) help.example().deepCopy();
        parameter.with().properties().forEach(entry -> example.set(entry.getKey(), entry.getValue()));
        example.set(name, value);
        String label = label(value);
        return parameter.drawsMomentum()
                ? new HelpCurve(label, CurvePoints.momentum(schedule(example), 2 * STEPS, LEAST_MOMENTUM, 1))
                : learningRate(label, example);
    }

    private static HelpCurve learningRate(String label, JsonNode example) {
        return new HelpCurve(label, CurvePoints.of(schedule(example), 0, 0, STEPS, 2 * STEPS, 1));
    }

    private static String label(JsonNode value) {
        if (value.isArray()) {
            return String.join(", ", value.values().stream().map(JsonNode::asString).toList());
        }
        return value.isString() ? value.asString() : value.toString();
    }

    private static Schedule schedule(JsonNode stage) {
        String text = DOCUMENT.formatted(STEPS, stage);
        try {
            Document document = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8)).withMetric(metric());
            return ScheduleCompiler.compileWhole(document, Progress.NONE).compiled().orElseThrow();
        } catch (DocumentException e) {
            throw new IllegalStateException("help example " + stage + ": " + e.getMessage(), e);
        }
    }

    /// A loss that falls for a quarter of the run, more slowly all the time, and then no more.
    private static Metric metric() {
        return new Metric("val_loss", Series.of(IntStream.range(0, STEPS)
                .mapToDouble(step -> Math.pow(0.5, Math.min(step, IMPROVING) / 5.0) + 1)
                .toArray()));
    }
}
