package dev.annealer.lint;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Run;
import dev.annealer.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document as the rules see it: what is written, the schedule that follows, and the figures that several rules ask for,
/// each computed once and when it is asked for. Not for several threads.
public final class Subject {
    private final Document document;
    private final Schedule schedule;
    private final List<StageSubject> stages;
    private @Nullable List<Profile> profiles;

    public Subject(Document document, Schedule schedule) {
        this.document = document;
        this.schedule = schedule;
        this.stages = schedule.stages().stream()
                .map(placed -> new StageSubject(document.schedule().stages().get(placed.index()), placed))
                .toList();
    }

    public Document document() {
        return document;
    }

    public Schedule schedule() {
        return schedule;
    }

    public Run run() {
        return schedule.run();
    }

    public long steps() {
        return schedule.steps();
    }

    /// The enabled stages, in order.
    public List<StageSubject> stages() {
        return stages;
    }

    /// The enabled stages of one type that are in force at some step.
    public Stream<StageSubject> stages(SchedulerType type) {
        return stages.stream().filter(stage -> stage.is(type) && stage.isInForce());
    }

    /// The schedulers of all stages that are in force, with the members of chains.
    public Stream<SchedulerSubject> schedulers() {
        return stages.stream().filter(StageSubject::isInForce).flatMap(stage -> stage.schedulers().stream());
    }

    /// The stage that is in force at the run's end.
    public StageSubject lastStage() {
        return stages.stream().filter(StageSubject::isInForce).reduce((_, later) -> later).orElseThrow();
    }

    /// The only enabled stage; empty where there are several.
    public Optional<StageSubject> onlyStage() {
        return stages.size() == 1 ? Optional.of(stages.getFirst()) : Optional.empty();
    }

    /// Empty where the run is sized in steps.
    public OptionalLong epochs() {
        return run().epochs();
    }

    /// Whether the run has more than `epochs` epochs; false where it is sized in steps.
    public boolean lastsLongerThan(long epochs) {
        return epochs().isPresent() && epochs().getAsLong() > epochs;
    }

    /// `steps` in epochs; empty where the run is sized in steps.
    public OptionalDouble inEpochs(long steps) {
        return run().epochAt(steps);
    }

    /// Of every param group.
    public List<Profile> profiles() {
        List<Profile> known = profiles;
        if (known == null) {
            known = IntStream.range(0, schedule.groups().size())
                    .mapToObj(group -> Profile.of(schedule, group))
                    .toList();
            profiles = known;
        }
        return known;
    }

    /// Of the param group with the greatest learning rate: the one that a training feels first.
    public Profile profile() {
        Profile highest = profiles().getFirst();
        for (Profile profile : profiles()) {
            highest = profile.peak() > highest.peak() ? profile : highest;
        }
        return highest;
    }

    /// Empty where the document does not say it.
    public Optional<Architecture> architecture() {
        return Optional.ofNullable(document.training().architecture());
    }

    public boolean isTransformer() {
        return architecture().filter(Architecture::isTransformer).isPresent();
    }

    /// Whether the document says that training goes on from trained weights; without a word it starts from scratch, as
    /// PyTorch's models do.
    public boolean isFromPretrained() {
        return Boolean.TRUE.equals(document.training().fromPretrained());
    }

    public OptionalLong batchSize() {
        return document.training().batchSize().count();
    }

    public OptionalLong parameters() {
        return document.training().parameters().count();
    }

    public boolean isAdamLike() {
        return document.optimizer().isAdamLike();
    }
}
