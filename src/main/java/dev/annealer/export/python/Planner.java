package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses PyTorch's own schedulers wherever they reproduce the document.
final class Planner {
    private final Document document;
    private final Schedule schedule;
    private final NativeSchedulers natives;

    Planner(Document document, Schedule schedule) {
        this.document = document;
        this.schedule = schedule;
        this.natives = new NativeSchedulers(KnownOptimizer.momentumOf(document.optimizer().type()));
    }

    Plan plan() {
        List<StageCode> codes = codes();
        StageCode last = codes.getLast();
        if (last.stage().scheduler() instanceof ReduceLROnPlateau plateau) {
            return codes.size() == 1
                    ? new Plan.Alone(last)
                    : new Plan.ThenPlateau(codes.subList(0, codes.size() - 1), last, plateau);
        }
        if (codes.size() == 1) {
            return natives.whyNotAlone(last.stage().scheduler(), schedule.steps())
                    .<Plan>map(reason -> new Plan.Computed(codes, reason))
                    .orElseGet(() -> new Plan.Alone(last));
        }
        return whyNoSequence(codes)
                .<Plan>map(reason -> new Plan.Computed(codes, reason))
                .orElseGet(() -> new Plan.Sequence(codes));
    }

    private Optional<String> whyNoSequence(List<StageCode> codes) {
        return codes.stream()
                .map(code -> natives.whyNotInSequence(code.stage().scheduler(), code.stage().stepsInForce()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The stages that the run reaches.
    private List<StageCode> codes() {
        List<PlacedStage> inForce = schedule.stages().stream().filter(PlacedStage::isInForce).toList();
        var codes = new ArrayList<StageCode>();
        for (PlacedStage stage : inForce) {
            SchedulerType type = document.schedule().stages().get(stage.index()).scheduler().type();
            codes.add(new StageCode(stage, type, codes.size() + 1, inForce.size() == 1));
        }
        return codes;
    }
}
