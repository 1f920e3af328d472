package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/// Chooses PyTorch's own schedulers wherever they reproduce the document.
final class Planner {
    private final Schedule schedule;
    private final List<StageCode> codes;
    private final NativeSchedulers natives;

    Planner(Document document, Schedule schedule, List<StageCode> codes) {
        this.schedule = schedule;
        this.codes = codes;
        this.natives = new NativeSchedulers(KnownOptimizer.momentumOf(document.optimizer().type()));
    }

    Plan plan() {
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
        return whyNoSequence()
                .<Plan>map(reason -> new Plan.Computed(codes, reason))
                .orElseGet(() -> new Plan.Sequence(codes));
    }

    private Optional<String> whyNoSequence() {
        return codes.stream()
                .map(code -> natives.whyNotInSequence(code.stage().scheduler(), code.stage().stepsInForce()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
