package dev.annealer.schedule;

import dev.annealer.document.Document;
import dev.annealer.document.Metric;
import dev.annealer.document.Problem;
import dev.annealer.document.Series;
import dev.annealer.progress.Progress;
import java.util.List;
import java.util.OptionalDouble;

/// Document to schedule, or all the reasons why not.
public final class ScheduleCompiler {
    private ScheduleCompiler() {}

    /// What can be said without going through every step: a lambda may still fail at some step, see
    /// {@link Schedule#evaluate(Progress)}.
    public static Compilation compile(Document document) {
        var fields = new Fields();
        Run run = new RunCompiler(fields).compile(document.training(), document.schedule().stepOn());
        boolean runIsKnown = fields.isClean();
        var optimizer = new OptimizerCompiler(fields);
        List<Group> groups = optimizer.groups(document.optimizer());
        OptionalDouble momentum = optimizer.momentum(document.optimizer());
        Metric metric = document.metric();
        var surroundings = new Surroundings(
                groups, momentum.isPresent(), metric == null ? Series.EMPTY : metric.values());
        List<PlacedStage> stages = new StagesCompiler(fields, run, runIsKnown, surroundings)
                .compile(document.schedule().stages());
        if (!fields.isClean()) {
            return new Compilation.Refused(fields.problems());
        }
        var schedule = new Schedule(run, groups, stages, momentum);
        new RangeCheck(fields).check(schedule);
        return fields.isClean() ? new Compilation.Compiled(schedule) : new Compilation.Refused(fields.problems());
    }

    /// {@link #compile(Document)}, and every step of the run gone through where that is needed to know that it has a
    /// learning rate: for traces and exports.
    ///
    /// @throws java.util.concurrent.CancellationException where `progress` says so
    public static Compilation compileWhole(Document document, Progress progress) {
        Compilation compilation = compile(document);
        if (!(compilation instanceof Compilation.Compiled(Schedule schedule))) {
            return compilation;
        }
        List<Problem> problems = schedule.evaluate(progress);
        return problems.isEmpty() ? compilation : new Compilation.Refused(problems);
    }
}
