package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Value;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.StepUnitConversion;
import dev.annealer.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be done with the stages, each an undoable edit with a name.
public final class ChainViewModel {
    private final Session session;

    public ChainViewModel(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    List<Stage> stages() {
        return session.document().schedule().stages();
    }

    /// Adds a stage at the end. A former last stage that took the rest of the run shares it with the new one, so that the document
    /// compiles afterwards if it did before. A plateau stays last.
    public void add(SchedulerType type) {
        Schedule schedule = session.scheduleProperty().get();
        session.edit(get("edit.add", type.pytorchName()), document -> {
            var stages = new ArrayList<>(document.schedule().stages());
            int at = endsOnPlateau(stages) ? stages.size() - 1 : stages.size();
            boolean lastInChain = at == stages.size();
            long rest = giveLengthToLast(stages, at - 1);
            SchedulerSpec spec = lastInChain && rest > 0
                    ? StageTemplates.create(type, rest, document.optimizer().lr().number().orElse(0.1))
                    : StageTemplates.create(type, document, schedule);
            stages.add(at, new Stage(spec, lastInChain ? Input.NONE : new Input("10%")));
            return withStages(document, stages);
        });
    }

    private static boolean endsOnPlateau(List<Stage> stages) {
        return !stages.isEmpty() && stages.getLast().scheduler().type() == SchedulerType.REDUCE_LR_ON_PLATEAU;
    }

    /// Half of what it took.
    ///
    /// @return the steps that are left for the stage after it; 0 where that is not known
    private long giveLengthToLast(List<Stage> stages, int index) {
        if (index < 0 || !stages.get(index).length().isBlank()) {
            return 0;
        }
        long steps = placed(index).map(PlacedStage::stepsInForce).orElse(2L);
        long half = Math.max(1, steps / 2);
        stages.set(index, stages.get(index).withLength(Input.of(half)));
        return steps - half;
    }

    public void remove(int index) {
        String name = name(index);
        session.edit(get("edit.remove", name), document -> {
            var stages = new ArrayList<>(document.schedule().stages());
            stages.remove(index);
            boolean wasLast = index == stages.size() && index > 0;
            if (wasLast) {
                stages.set(index - 1, stages.get(index - 1).withLength(Input.NONE));
            }
            return withStages(document, stages);
        });
    }

    /// A copy after the stage; the stage gets a length where it had none.
    public void duplicate(int index) {
        session.edit(get("edit.duplicate", name(index)), document -> {
            var stages = new ArrayList<>(document.schedule().stages());
            Stage original = stages.get(index);
            giveLengthToLast(stages, index);
            stages.add(index + 1, original);
            return withStages(document, stages);
        });
    }

    public void setEnabled(int index, boolean enabled) {
        session.edit(
                get(enabled ? "edit.enable" : "edit.disable", name(index)),
                document -> document.withSchedule(
                        document.schedule().withStage(index, stage -> stage.withEnabled(enabled))));
    }

    /// Moves a stage to another position. The last position's blank length goes to whichever stage is last then.
    public void move(int from, int to) {
        int size = stages().size();
        if (from == to || to < 0 || to >= size) {
            return;
        }
        String key = to < from ? "edit.move-up" : "edit.move-down";
        session.edit(get(key, name(from)), document -> {
            var stages = new ArrayList<>(document.schedule().stages());
            boolean blankAtEnd = stages.getLast().length().isBlank();
            long lastSteps = placed(size - 1).map(PlacedStage::stepsInForce).orElse(1L);
            Stage formerLast = stages.getLast();
            stages.add(to, stages.remove(from));
            if (blankAtEnd && stages.getLast() != formerLast) {
                int moved = stages.indexOf(formerLast);
                stages.set(moved, formerLast.withLength(Input.of(Math.max(1, lastSteps))));
                stages.set(size - 1, stages.getLast().withLength(Input.NONE));
            }
            return withStages(document, stages);
        });
    }

    /// Another scheduler in the same place, with the parameters of the same name kept.
    public void changeType(int index, SchedulerType type) {
        Schedule schedule = session.scheduleProperty().get();
        session.edit(get("edit.change-type", name(index), type.pytorchName()), document -> {
            SchedulerSpec old = document.schedule().stages().get(index).scheduler();
            SchedulerSpec made = StageTemplates.create(type, document, schedule);
            for (var entry : old.values().entrySet()) {
                boolean fits = type.parameter(entry.getKey()).equals(old.type().parameter(entry.getKey()));
                made = fits ? made.with(entry.getKey(), entry.getValue()) : made;
            }
            SchedulerSpec changed = made;
            return document.withSchedule(document.schedule().withStage(index, stage -> stage.withScheduler(changed)));
        });
    }

    /// Steps once an epoch or once a batch, with lengths and horizons converted.
    public void stepOn(StepUnit unit) {
        session.edit(get("edit.step-on", unit.key()), document -> StepUnitConversion.convert(document, unit));
    }

    private String name(int index) {
        return stages().get(index).scheduler().type().pytorchName();
    }

    private static Document withStages(Document document, List<Stage> stages) {
        ScheduleSpec schedule = document.schedule();
        return document.withSchedule(schedule.withStages(stages));
    }

    /// Where the stage at `index` of the document lies; empty where it is disabled or nothing compiles.
    Optional<PlacedStage> placed(int index) {
        Schedule schedule = session.scheduleProperty().get();
        return schedule == null
                ? Optional.empty()
                : schedule.stages().stream().filter(stage -> stage.index() == index).findFirst();
    }

    /// What of the document decides which controls there are: while it stays the same, controls stay too.
    String shape() {
        Document document = session.document();
        var shape = new StringBuilder();
        for (Stage stage : document.schedule().stages()) {
            append(shape, stage.scheduler());
            shape.append(';');
        }
        shape.append(document.schedule().stepOn());
        return shape.toString();
    }

    private static void append(StringBuilder shape, SchedulerSpec spec) {
        shape.append(spec.type());
        spec.values().values().forEach(value -> {
            switch (value) {
                case Value.Constants constants -> shape.append(constants.byName().keySet());
                case Value.Members members -> members.schedulers().forEach(member -> append(shape.append('('), member));
                case Input _, Value.Flag _, Value.Inputs _ -> { }
            }
        });
    }
}
