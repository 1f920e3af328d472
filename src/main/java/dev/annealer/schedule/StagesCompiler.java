package dev.annealer.schedule;

import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Puts the enabled stages one after the other.
final class StagesCompiler {
    private final Fields fields;
    private final Run run;
    private final boolean runIsKnown;
    private final Lengths lengths;
    private final SchedulerCompiler schedulers;

    /// @param runIsKnown whether `run` is what the document says; else nothing is said about room in it
    StagesCompiler(Fields fields, Run run, boolean runIsKnown, Surroundings surroundings) {
        this.fields = fields;
        this.run = run;
        this.runIsKnown = runIsKnown;
        this.lengths = new Lengths(fields, run);
        this.schedulers = new SchedulerCompiler(fields, surroundings);
    }

    List<PlacedStage> compile(List<Stage> stages) {
        int[] enabled = IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).enabled())
                .toArray();
        if (enabled.length == 0) {
            String message = stages.isEmpty() ? "is empty" : "has no enabled stage";
            fields.problem(Place.STAGES, message, "add a stage such as {\"scheduler\": \"CosineAnnealingLR\"}");
        }
        var placed = new ArrayList<PlacedStage>();
        long start = 0;
        for (int position = 0; position < enabled.length; position++) {
            boolean last = position == enabled.length - 1;
            int index = enabled[position];
            PlacedStage stage = place(stages.get(index), index, start, last);
            placed.add(stage);
            start += stage.length();
        }
        return placed;
    }

    private PlacedStage place(Stage stage, int index, long start, boolean last) {
        Place where = Place.stage(index);
        SchedulerType type = stage.scheduler().type();
        if (type == SchedulerType.REDUCE_LR_ON_PLATEAU && !last) {
            fields.problem(where, "ReduceLROnPlateau has no end", "make it the last stage");
        }
        long length = length(stage, where, start, last);
        long end = last ? run.steps() : Math.min(run.steps(), start + length);
        var span = new StageSpan(start, length, Math.max(0, end - start));
        return new PlacedStage(index, schedulers.compile(stage.scheduler(), where, span), start, length, end);
    }

    private long length(Stage stage, Place where, long start, boolean last) {
        if (!stage.length().isBlank()) {
            return lengths.steps(where.at("length"), stage.length());
        }
        if (!last) {
            fields.problem(where.at("length"), "is missing", "only the last stage may leave it out");
            return 1;
        }
        long rest = run.steps() - start;
        if (rest < 1 && runIsKnown) {
            fields.problem(
                    where.at("length"),
                    "nothing is left for this stage: those before it take " + start + " of " + run.steps() + " steps",
                    "shorten a stage before it, or give it a length");
        }
        return Math.max(1, rest);
    }
}
