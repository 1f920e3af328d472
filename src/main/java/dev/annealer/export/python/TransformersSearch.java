package dev.annealer.export.python;

import dev.annealer.schedule.ConstantLR;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.CosineAnnealingWarmRestarts;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.LinearLR;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.PolynomialLR;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the schedule of Transformers that has the same learning rates: each that could be meant is compared step by step.
final class TransformersSearch {
    private static final double TOLERANCE = 1e-9;
    /// Beyond these, a stage is compared at its beginning, its end and in between.
    private static final long MOST_STEPS = 20_000;

    private final Schedule schedule;
    private final List<PlacedStage> stages;
    private final long total;
    private final double baseLr;

    TransformersSearch(Schedule schedule) {
        this.schedule = schedule;
        this.stages = schedule.stages().stream().filter(PlacedStage::isInForce).toList();
        this.total = schedule.steps();
        this.baseLr = schedule.groups().getFirst().baseLr();
    }

    Optional<TransformersSchedule> find() {
        return candidates().stream().filter(this::isSame).findFirst();
    }

    private List<TransformersSchedule> candidates() {
        var found = new ArrayList<TransformersSchedule>();
        for (long warmup : warmups()) {
            found.add(new TransformersSchedule.Constant(warmup));
            if (warmup < total) {
                found.add(new TransformersSchedule.Linear(warmup, total));
                found.add(new TransformersSchedule.Cosine(warmup, total, 0));
                addOfLastStage(found, warmup);
            }
            for (long timescale : counts()) {
                found.add(new TransformersSchedule.InverseSqrt(warmup, timescale));
            }
        }
        return found;
    }

    private void addOfLastStage(List<TransformersSchedule> found, long warmup) {
        PlacedStage last = stages.getLast();
        switch (last.scheduler()) {
            case CosineAnnealingLR(_, double etaMin) when etaMin > 0 && baseLr > 0 ->
                found.add(new TransformersSchedule.Cosine(warmup, total, etaMin / baseLr));
            case CosineAnnealingWarmRestarts(long t0, long tMult, _) when tMult == 1 && (total - warmup) % t0 == 0 ->
                found.add(new TransformersSchedule.Restarts(warmup, total, (total - warmup) / t0));
            case PolynomialLR(_, double power) -> found.add(new TransformersSchedule.Polynomial(warmup, total, power, 0, baseLr));
            // Its end is a learning rate, and so for one group only.
            case LinearLR(_, double end, _) when end < 1 && baseLr > 0 && (end == 0 || schedule.groups().size() == 1) ->
                found.add(new TransformersSchedule.Polynomial(warmup, total, 1, end, baseLr));
            default -> { }
        }
        for (double least : leasts()) {
            for (String decay : List.of("linear", "cosine", "1-sqrt")) {
                for (PlacedStage stage : stages) {
                    if (stage.start() >= warmup) {
                        found.add(new TransformersSchedule.StableDecay(warmup, stage.start(), total, decay, least));
                    }
                }
            }
        }
    }

    /// Steps at which a warmup could be over.
    private TreeSet<Long> warmups() {
        var warmups = counts();
        warmups.add(0L);
        warmups.add(stages.getFirst().end());
        return warmups;
    }

    /// Where stages start, and what the lambdas' constants say.
    private TreeSet<Long> counts() {
        var counts = new TreeSet<Long>();
        for (PlacedStage stage : stages) {
            counts.add(stage.start());
            if (stage.scheduler() instanceof LambdaLR lambda) {
                lambda.lambda().constants().values().forEach(value -> counts.add(value.longValue()));
            }
        }
        counts.removeIf(count -> count <= 0);
        return counts;
    }

    /// The factors of the base LR at which a schedule could begin and end.
    private TreeSet<Double> leasts() {
        var leasts = new TreeSet<>(List.of(0.0));
        for (PlacedStage stage : stages) {
            Scheduler scheduler = stage.scheduler();
            if (scheduler instanceof LinearLR(double start, double end, _)) {
                leasts.add(Math.min(start, end));
            } else if (scheduler instanceof CosineAnnealingLR(_, double etaMin) && baseLr > 0) {
                leasts.add(etaMin / baseLr);
            } else if (scheduler instanceof ConstantLR(double factor, _)) {
                leasts.add(factor);
            }
        }
        return leasts;
    }

    private boolean isSame(TransformersSchedule candidate) {
        for (PlacedStage stage : stages) {
            long every = Math.max(1, stage.stepsInForce() / MOST_STEPS);
            for (long step = stage.start(); step < stage.end(); step += every) {
                if (!isSame(candidate, step)) {
                    return false;
                }
            }
            if (!isSame(candidate, stage.end() - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(TransformersSchedule candidate, long step) {
        double factor = candidate.at(step);
        for (Group group : schedule.groups()) {
            double expected = factor * group.baseLr();
            if (!(Math.abs(schedule.at(step, group.index()) - expected) <= TOLERANCE * Math.abs(expected) + 1e-12 * group.baseLr())) {
                return false;
            }
        }
        return true;
    }
}
