package dev.annealer.lint;

import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A scheduler of a stage: the stage's own, or a member of its `ChainedScheduler`.
///
/// @param stage the stage that it belongs to
/// @param member its position in the chain; -1 for the stage's own scheduler
public record SchedulerSubject(StageSubject stage, int member, SchedulerSpec spec, Scheduler scheduler) {
    /// The stage's scheduler, or its members where it is a chain.
    static List<SchedulerSubject> of(StageSubject stage) {
        boolean isChain = stage.scheduler() instanceof ChainedScheduler;
        if (!isChain || !(stage.spec().values().get("schedulers") instanceof Value.Members(List<SchedulerSpec> specs))) {
            return List.of(new SchedulerSubject(stage, -1, stage.spec(), stage.scheduler()));
        }
        List<Scheduler> members = ((ChainedScheduler) stage.scheduler()).members();
        var subjects = new ArrayList<SchedulerSubject>();
        for (int i = 0; i < members.size(); i++) {
            subjects.add(new SchedulerSubject(stage, i, specs.get(i), members.get(i)));
        }
        return subjects;
    }

    public SchedulerType type() {
        return spec.type();
    }

    /// `schedule.stages[1]`, or `schedule.stages[1].schedulers[0]`.
    public Place where() {
        return member < 0 ? stage.where() : stage.where().at("schedulers").at(member);
    }

    /// The place of a parameter that is given.
    public Place where(String parameter) {
        return where().at(parameter);
    }

    /// An edit of this scheduler's parameters.
    public Fix fix(String label, UnaryOperator<SchedulerSpec> edit) {
        return Fix.ofScheduler(label, stage.index(), spec -> member < 0 ? edit.apply(spec) : withMember(spec, edit));
    }

    private SchedulerSpec withMember(SchedulerSpec chain, UnaryOperator<SchedulerSpec> edit) {
        var members = new ArrayList<>(((Value.Members) chain.values().get("schedulers")).schedulers());
        members.set(member, edit.apply(members.get(member)));
        return chain.with("schedulers", new Value.Members(members));
    }

    /// The horizon that the document gives; empty where it follows the stage, or where the scheduler has none.
    public Optional<Horizon> horizon() {
        return type().horizon().flatMap(steps -> {
            var count = spec.input(steps.name()).count();
            return count.isPresent() ? Optional.of(new Horizon(steps.name(), count.getAsLong())) : Optional.empty();
        });
    }

    /// A horizon as it is given.
    ///
    /// @param parameter `T_max`, `total_iters` or `total_steps`
    public record Horizon(String parameter, long steps) {}
}
