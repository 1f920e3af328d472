package dev.annealer.schedule;

import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The learning rate of every param group, and the momentum, as pure functions of the scheduler step t = 0 … N-1.
///
/// Safe to share between threads.
public final class Schedule {
    private final Run run;
    private final List<Group> groups;
    private final List<PlacedStage> stages;
    private final OptionalDouble optimizerMomentum;

    Schedule(Run run, List<Group> groups, List<PlacedStage> stages, OptionalDouble optimizerMomentum) {
        this.run = run;
        this.groups = List.copyOf(groups);
        this.stages = List.copyOf(stages);
        this.optimizerMomentum = optimizerMomentum;
    }

    public Run run() {
        return run;
    }

    /// N, the scheduler steps of the whole training.
    public long steps() {
        return run.steps();
    }

    public List<Group> groups() {
        return groups;
    }

    /// The enabled stages, in order.
    public List<PlacedStage> stages() {
        return stages;
    }

    /// The optimizer's own momentum (or first beta); empty where it has no such thing.
    public OptionalDouble optimizerMomentum() {
        return optimizerMomentum;
    }

    /// Whether a stage that is in force drives the momentum.
    public boolean cyclesMomentum() {
        return stages.stream()
                .anyMatch(stage -> stage.isInForce() && stage.scheduler().momentum(0).isPresent());
    }

    /// The learning rate in force during step `t`.
    public double at(long t, int group) {
        PlacedStage stage = stageAt(t);
        return stage.scheduler().at(t - stage.start(), groups.get(group));
    }

    /// The momentum in force during step `t`: the first group's. Empty where the optimizer has no such thing.
    public OptionalDouble momentum(long t) {
        PlacedStage stage = stageAt(t);
        OptionalDouble driven = stage.scheduler().momentum(t - stage.start());
        return driven.isPresent() ? driven : optimizerMomentum;
    }

    /// Fills `values` with the learning rates of steps from, from + 1, …: bit for bit those of {@link #at}.
    public void fill(double[] values, long from, int group) {
        Group filled = groups.get(group);
        byStage(values.length, from, (scheduler, i, until, k) -> scheduler.fill(values, i, until, k, filled));
    }

    private interface StageFill {
        void fill(Scheduler scheduler, int from, int until, long k);
    }

    private void byStage(int count, long from, StageFill fill) {
        int i = 0;
        while (i < count) {
            PlacedStage stage = stageAt(from + i);
            long left = isLast(stage) ? count - i : stage.start() + stage.length() - from - i;
            int until = (int) Math.min(count, i + left);
            fill.fill(stage.scheduler(), i, until, from + i - stage.start());
            i = until;
        }
    }

    /// The stage in force at step `t`.
    public PlacedStage stageAt(long t) {
        int low = 0;
        int high = stages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stages.get(middle).start() <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stages.get(low);
    }

    private boolean isLast(PlacedStage stage) {
        return stage == stages.getLast();
    }

    /// The least and the greatest learning rate of steps [from, to) of the run. Its cost does not grow with the range. While a
    /// stage is not yet evaluated, its own extremes are those of a sample.
    public Extremes extremes(long from, long to, int group) {
        Group asked = groups.get(group);
        return overStages(from, to, (stage, low, high) ->
                Extremes.of(k -> stage.scheduler().at(k, asked), stage.scheduler().landmarks(low, high)));
    }

    /// The same for the momentum; empty extremes where the optimizer has no such thing.
    public Extremes momentumExtremes(long from, long to) {
        return overStages(from, to, (stage, low, high) -> Extremes.of(
                k -> stage.scheduler().momentum(k).orElse(optimizerMomentum.orElse(Double.NaN)),
                stage.scheduler().landmarks(low, high)));
    }

    private interface StageExtremes {
        /// Over local steps [low, high).
        Extremes of(PlacedStage stage, long low, long high);
    }

    private Extremes overStages(long from, long to, StageExtremes ofStage) {
        Extremes extremes = Extremes.NONE;
        for (PlacedStage stage : stages) {
            long low = Math.max(from, stage.start());
            long high = Math.min(to, stage.end());
            if (low < high) {
                Extremes local = ofStage.of(stage, low - stage.start(), high - stage.start());
                extremes = extremes.and(local.isEmpty() ? local : local.shifted(stage.start()));
            }
        }
        return extremes;
    }

    /// How many steps {@link #evaluate(Progress)} has to go through.
    public long stepsToEvaluate() {
        return stages.stream()
                .filter(stage -> stage.scheduler() instanceof Evaluation evaluation && !evaluation.isEvaluated())
                .mapToLong(PlacedStage::stepsInForce)
                .sum();
    }

    /// Goes once through every step of the stages that have no closed form.
    ///
    /// @return why some step has no learning rate that a training can use; empty where all have one
    /// @throws java.util.concurrent.CancellationException where `progress` says so
    public List<Problem> evaluate(Progress progress) {
        var problems = new ArrayList<Problem>();
        for (PlacedStage stage : stages) {
            if (stage.isInForce() && stage.scheduler() instanceof Evaluation evaluation) {
                evaluation.evaluate(stage.stepsInForce(), progress).ifPresent(failure ->
                        problems.add(problem(stage, failure)));
            }
        }
        if (problems.isEmpty()) {
            var fields = new Fields();
            new RangeCheck(fields).check(this);
            problems.addAll(fields.problems());
        }
        return problems;
    }

    private static Problem problem(PlacedStage stage, Evaluation.Failure failure) {
        Place where = Place.stage(stage.index());
        Place place = stage.scheduler() instanceof ChainedScheduler ? where.at("schedulers") : where.at("lr_lambda");
        long step = stage.start() + failure.step();
        String local = stage.start() == 0 ? "" : " (step " + failure.step() + " of its stage)";
        return new Problem(
                place,
                "no learning rate at step " + step + local + ": " + failure.reason(),
                "change the expression so that it has a value >= 0 at every step of the run");
    }
}
