package dev.annealer.schedule;

import dev.annealer.document.Numbers;
import dev.annealer.document.Place;

/// Refuses what no training can use: a learning rate that is negative or not finite at some step of the run. Stages that are
/// not evaluated yet are passed over.
final class RangeCheck {
    private final Fields fields;

    RangeCheck(Fields fields) {
        this.fields = fields;
    }

    void check(Schedule schedule) {
        for (PlacedStage stage : schedule.stages()) {
            boolean known = !(stage.scheduler() instanceof Evaluation evaluation) || evaluation.isEvaluated();
            if (stage.isInForce() && known) {
                checkStage(schedule, stage);
            }
        }
    }

    private void checkStage(Schedule schedule, PlacedStage stage) {
        Scheduler scheduler = stage.scheduler();
        for (Group group : schedule.groups()) {
            for (long k : scheduler.landmarks(0, stage.stepsInForce())) {
                double lr = scheduler.at(k, group);
                if (!(lr >= 0 && lr < Double.POSITIVE_INFINITY)) {
                    report(stage, k, lr);
                    return;
                }
            }
        }
    }

    private void report(PlacedStage stage, long k, double lr) {
        String what = lr < 0 ? "negative (" + Numbers.format(lr, 4) + ")" : "not finite";
        fields.problem(
                Place.stage(stage.index()),
                "the learning rate is " + what + " at step " + (stage.start() + k),
                lr < 0 ? "end the stage earlier, or lengthen its horizon" : "make its growth slower or the stage shorter");
    }
}
