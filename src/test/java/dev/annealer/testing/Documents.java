package dev.annealer.testing;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.document.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Short ways to write documents in tests.
public final class Documents {
    private Documents() {}

    /// A run of `steps` steps with SGD at a base LR of 0.1.
    public static Document ofSteps(long steps, Stage... stages) {
        var optimizer = Optimizer.of("SGD", Input.of(0.1)).withMomentum(Input.of(0.9));
        return new Document(
                Training.EMPTY.withSteps(Input.of(steps)),
                optimizer,
                new ScheduleSpec(StepUnit.BATCH, List.of(stages)));
    }

    /// A run of `epochs` epochs, stepped once an epoch, with SGD at a base LR of 0.1.
    public static Document ofEpochs(long epochs, Stage... stages) {
        Document document = ofSteps(1, stages);
        return document.withTraining(Training.EMPTY.withEpochs(Input.of(epochs)))
                .withSchedule(document.schedule().withStepOn(StepUnit.EPOCH));
    }

    /// Parameters as name, value, name, value …; a value is text, a flag, or a {@link Value}.
    public static SchedulerSpec scheduler(SchedulerType type, Object... parameters) {
        SchedulerSpec spec = SchedulerSpec.of(type);
        for (int i = 0; i < parameters.length; i += 2) {
            spec = spec.with((String) parameters[i], value(parameters[i + 1]));
        }
        return spec;
    }

    private static Value value(Object value) {
        return switch (value) {
            case Value given -> given;
            case Boolean on -> new Value.Flag(on);
            default -> new Input(value.toString());
        };
    }

    /// A stage of `length` (blank for the rest of the run).
    public static Stage stage(String length, SchedulerType type, Object... parameters) {
        return new Stage(scheduler(type, parameters), new Input(length));
    }

    /// The same document with param groups of these base LRs, named a, b, c …
    public static Document withGroups(Document document, double... lrs) {
        var groups = Arrays.stream(lrs).mapToObj(lr -> new ParamGroup("", Input.of(lr), Input.NONE)).toList();
        var named = new ArrayList<ParamGroup>();
        for (ParamGroup group : groups) {
            named.add(group.withName(String.valueOf((char) ('a' + named.size()))));
        }
        return document.withOptimizer(document.optimizer().withGroups(named));
    }
}
