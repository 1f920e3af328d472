package dev.annealer.python;

import dev.annealer.document.Numbers;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.interpreter.Loop;
import dev.annealer.python.interpreter.Recording.ForeignCall;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what a script does to its learning rate that is not in the document made of it.
final class Caveats {
    private static final Pattern MAKES_OPTIMIZER = Pattern.compile("(?i).*optim.*|configure_optimizers");
    private static final Pattern MAKES_EITHER = Pattern.compile("(?i).*(optim|sched).*");
    /// Calls that are given an optimizer and leave its learning rate alone.
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i).*(save|load|watch|log|summary|clip|unscale|state|zero|resume|checkpoint|print|accumulate|ema|prepare|initialize|register"
                    + "|isinstance|append|finder).*");

    private final Recording recording;
    private final Candidate candidate;
    private final Notes notes;
    /// Where the script itself sets the learning rate that the document has.
    private final Set<Spot> carriedOver;
    private final Set<Guard> undecided;

    /// @param manual what the script itself sets its learning rate to, where the document has that
    Caveats(Recording recording, Candidate candidate, Optional<ManualSchedule> manual, Notes notes) {
        this.recording = recording;
        this.candidate = candidate;
        this.notes = notes;
        this.carriedOver = manual.map(ManualSchedule::settings).orElse(Set.of());
        this.undecided = manual.map(ManualSchedule::undecided).orElse(Set.of());
    }

    void note() {
        recording.assumptions().forEach((at, text) -> notes.remark(at.line(), text));
        noteChoice(candidate.optimizer(), recording.optimizers());
        noteChoice(candidate.scheduler(), recording.schedulers());
        noteOtherOptimizers();
        noteSettings();
        noteLateSetting();
        noteFurtherSteps();
        noteReplacements();
        noteBreaks();
        noteFrequency();
        noteWhoElseHasTheOptimizer();
        noteConditions();
        recording.rangeTests().stream().findFirst().ifPresent(test ->
                notes.remark(test.line(), "a learning-rate range test is left out: only the training counts"));
    }

    /// Of what is made where a condition holds and what where it does not, which one is used is not known.
    private void noteChoice(@Nullable PyValue taken, List<? extends PyValue> all) {
        for (Guard guard : taken == null ? List.<Guard>of() : recording.conditions().getOrDefault(taken, List.of())) {
            boolean hasOther = all.stream().flatMap(other -> recording.conditions().get(other).stream())
                    .anyMatch(other -> other.at().equals(guard.at()) && other.holds() != guard.holds());
            if (hasOther && guard.condition() instanceof Unknown(var causes) && !causes.isEmpty()) {
                notes.remark(causes.getFirst().line(), "`" + causes.getFirst().expression() + "` decides which "
                        + (taken instanceof OptimizerValue ? "optimizer" : "scheduler") + " is made, and is not known; the first is taken");
                return;
            }
        }
    }

    private void noteOtherOptimizers() {
        OptimizerValue taken = candidate.optimizer();
        if (taken == null) {
            return;
        }
        List<OptimizerValue> others = recording.optimizers().stream().filter(other -> !other.at().equals(taken.at())).toList();
        if (!others.isEmpty()) {
            String all = others.stream()
                    .collect(Collectors.toMap(OptimizerValue::at, other -> other, (first, _) -> first, LinkedHashMap::new))
                    .values().stream()
                    .map(other -> other.type() + " (line " + other.at().line() + ")")
                    .collect(Collectors.joining(", "));
            notes.remark(taken.at().line(), "the script makes several optimizers; this " + taken.type() + " is taken, and not " + all);
        }
    }

    /// Learning rates that are set by hand beside a scheduler, or in a way that could not be followed.
    private void noteSettings() {
        settings()
                .filter(event -> !carriedOver.contains(event.at()))
                .filter(event -> carriedOver.isEmpty() || candidate.isInTraining(event))
                .map(Event::at)
                .map(Spot::line)
                .distinct()
                .forEach(line -> notes.remark(line, candidate.scheduler() == null
                        ? "the learning rate is set here in a way that could not be followed; it is not in the document"
                        : "the learning rate is set here, beside the scheduler; that is not in the document"));
        undecided.forEach(guard -> notes.remark(guard.at().line(), "whether this condition holds is not known; the document has the learning "
                + "rate that is set where it does" + (guard.holds() ? "" : " not")));
    }

    private Stream<Event> settings() {
        return recording.events().stream()
                .filter(event -> event.kind() == Event.Kind.SET_LR)
                .filter(event -> event.target() == candidate.optimizer() || event.target() instanceof Unknown);
    }

    /// What is set after the optimizer's step counts from the next pass on.
    private void noteLateSetting() {
        candidate.optimizerStep().flatMap(step -> settings()
                        .filter(event -> carriedOver.contains(event.at()) && candidate.isInTraining(event) && candidate.isBefore(step, event))
                        .findFirst())
                .ifPresent(event -> notes.remark(event.at().line(), "the learning rate is set here after optimizer.step(), so that it is in "
                        + "force one pass later than in the document"));
    }

    /// A scheduler that steps in a second place goes faster than the document's.
    private void noteFurtherSteps() {
        candidate.schedulerStep().ifPresent(step -> candidate.schedulerSteps().stream()
                .filter(other -> other.target() == candidate.scheduler() && !other.loops().isEmpty())
                .filter(other -> !other.at().equals(step.at()) && other.guards().equals(step.guards()))
                .forEach(other -> notes.remark(other.at().line(), "the scheduler steps here, too; in the document it steps as in line "
                        + step.at().line() + " alone")));
        candidate.schedulerStep().filter(step -> !step.loops().isEmpty()).ifPresent(step -> candidate.schedulerSteps().stream()
                .filter(other -> other.target() == candidate.scheduler() && other.at().equals(step.at()) && !other.loops().isEmpty())
                .filter(other -> other.loops().getLast() != step.loops().getLast())
                .findFirst()
                .ifPresent(other -> notes.remark(other.loops().getLast().at().line(), "this loop is gone through several times with one scheduler; "
                        + "the document has it once")));
    }

    /// A scheduler that is made in the middle of a training takes the place of the first.
    private void noteReplacements() {
        if (candidate.scheduler() != null) {
            recording.schedulers().stream()
                    .filter(other -> !other.at().equals(candidate.scheduler().at()))
                    .filter(other -> recording.conditions().get(other).stream().anyMatch(guard -> isCounted(guard.condition())))
                    .forEach(other -> notes.remark(other.at().line(), "this " + other.name() + " is made in the middle of the training; it is not "
                            + "in the document"));
        }
    }

    /// A loop that is left after so many passes is shorter than what it goes through; within a `while` that counts them all, that is
    /// in the document.
    private void noteBreaks() {
        List<Loop> training = candidate.optimizerStep().map(Event::loops).orElse(List.of());
        if (training.stream().anyMatch(loop -> loop.total() != null)) {
            return;
        }
        recording.events().stream()
                .filter(event -> event.kind() == Event.Kind.BREAK && !event.loops().isEmpty() && training.contains(event.loops().getLast()))
                .filter(event -> event.loops().getLast().iterable() != null)
                .filter(event -> event.guards().stream().anyMatch(guard -> isCounted(guard.condition())))
                .forEach(event -> notes.remark(event.at().line(), "the loop may be left here before its last pass; the document has all of them"));
    }

    private void noteFrequency() {
        SchedulerValue scheduler = candidate.scheduler();
        new TrainerSettings(recording).frequency().filter(frequency -> frequency != 1 && scheduler != null).ifPresent(frequency ->
                notes.remark(scheduler.at().line(), "Lightning's frequency is " + Numbers.format(frequency) + ", so that the scheduler steps less "
                        + "often than in the document, where it steps every time"));
    }

    private void noteWhoElseHasTheOptimizer() {
        if (candidate.scheduler() != null && candidate.schedulerStep().isPresent() || candidate.optimizer() == null
                || !recording.configured().isEmpty()) {
            return;
        }
        recording.calls().stream()
                .filter(call -> !HARMLESS.matcher(call.name()).matches())
                .filter(call -> values(call).anyMatch(value -> value == candidate.optimizer() || value == candidate.scheduler() && value != null))
                .findFirst()
                .ifPresent(call -> notes.remark(call.at().line(), call.name() + " is given the "
                        + (values(call).anyMatch(value -> value == candidate.optimizer()) ? "optimizer" : "scheduler")
                        + " and is not in this script: what it does to the learning rate is not known"));
    }

    private static Stream<PyValue> values(ForeignCall call) {
        return Stream.concat(call.arguments().positional().stream(), call.arguments().named().values().stream())
                .flatMap(value -> value instanceof PyValue.Items(List<PyValue> items) ? items.stream() : Stream.of(value));
    }

    /// `if epoch > WARMUP: scheduler.step()` begins later than a document can say.
    private void noteConditions() {
        Optional<Event> step = candidate.schedulerStep();
        if (step.isEmpty() || step.get().loops().isEmpty()) {
            return;
        }
        List<Guard> ofOptimizer = candidate.optimizerStep().map(Event::guards).orElse(List.of());
        step.get().guards().stream()
                .filter(guard -> !ofOptimizer.contains(guard) && isCounted(guard.condition()) && !notes.isExplained(guard))
                .max(Comparator.comparingInt(guard -> guard.at().start()))
                .ifPresent(guard -> notes.remark(step.get().at().line(), "the scheduler steps under a condition (line " + guard.at().line()
                        + ") that a document can't say; in the document it steps with every " + (isInBatches(step.get()) ? "batch" : "pass")));
    }

    private static boolean isCounted(PyValue condition) {
        return condition instanceof Quantity quantity && quantity.ticker() != null
                || condition instanceof Unknown(var causes) && causes.stream().anyMatch(cause -> cause.expression().contains("%"));
    }

    private boolean isInBatches(Event step) {
        Optional<Loop> batches = candidate.batchLoop();
        return batches.isPresent() && step.loops().contains(batches.get());
    }

    /// Where the optimizer comes from that the script does not make.
    static String origin(Recording recording) {
        return recording.calls().stream()
                .filter(call -> MAKES_OPTIMIZER.matcher(call.name()).matches() && !HARMLESS.matcher(call.name()).matches())
                .findFirst()
                .map(call -> "the optimizer is made by " + call.name() + " (line " + call.at().line() + "), which is not in this script")
                .orElse("the optimizer is not made in this script");
    }

    /// Where a script without optimizer and scheduler may have them from.
    static String nothingFound(Recording recording) {
        return recording.calls().stream()
                .filter(call -> MAKES_EITHER.matcher(call.name()).matches() && !HARMLESS.matcher(call.name()).matches())
                .findFirst()
                .map(call -> "no optimizer and no scheduler of PyTorch is made here; " + call.name() + " (line " + call.at().line()
                        + ") may make them, but is not in this script: import the file that has it, or paste it in front")
                .orElse("no optimizer and no scheduler of PyTorch was found; give the file that makes them");
    }
}
