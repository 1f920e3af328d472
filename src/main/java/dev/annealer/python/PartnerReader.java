package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.value.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A second scheduler that a script steps by hand on the same optimizer: `if epoch < WARMUP: warmup.step() else: main.step()` is a
/// chain of both. Of others it is said that they are left out.
final class PartnerReader {
    private static final Set<SchedulerType> FACTORS = EnumSet.of(
            SchedulerType.CONSTANT_LR, SchedulerType.LINEAR_LR, SchedulerType.STEP_LR, SchedulerType.MULTI_STEP_LR,
            SchedulerType.EXPONENTIAL_LR, SchedulerType.POLYNOMIAL_LR, SchedulerType.MULTIPLICATIVE_LR);

    private final Notes notes;
    private final ChainReader chains;
    private final List<Candidate> partners;
    private final Candidate chosen;

    PartnerReader(Notes notes, ChainReader chains, Candidate chosen, List<Candidate> all) {
        this.notes = notes;
        this.chains = chains;
        this.chosen = chosen;
        this.partners = all.stream()
                .filter(other -> other.scheduler() != chosen.scheduler() && other.optimizer() == chosen.optimizer())
                .filter(other -> !other.scheduler().at().equals(chosen.scheduler().at()))
                .filter(other -> other.schedulerStep().filter(step -> step.target() == other.scheduler() && !step.loops().isEmpty()).isPresent())
                .toList();
    }

    List<Stage> stages() {
        Optional<List<Stage>> sequence = partners.size() == 1 ? sequence(partners.getFirst()) : Optional.empty();
        if (sequence.isPresent()) {
            return sequence.get();
        }
        if (!partners.isEmpty() && partners.stream().allMatch(this::stepsBeside)) {
            Optional<List<Stage>> product = product();
            if (product.isPresent()) {
                return product.get();
            }
        }
        for (Candidate other : partners) {
            notes.remark(other.scheduler().at().line(), other.scheduler().name() + " steps on the same optimizer, too, and is left out: join both by "
                    + "SequentialLR or ChainedScheduler to say what is meant");
        }
        return chains.stages(chosen.scheduler());
    }

    /// Whether both step together, in one loop and under the same conditions.
    private boolean stepsBeside(Candidate other) {
        Event own = chosen.schedulerStep().orElse(null);
        Event others = other.schedulerStep().orElse(null);
        return own != null && others != null && own.loops().equals(others.loops()) && own.guards().equals(others.guards())
                && own.arguments().isEmpty() && others.arguments().isEmpty();
    }

    /// What two schedulers that both step make of one learning rate, where each multiplies it.
    private Optional<List<Stage>> product() {
        List<SchedulerSpec> members = Stream.concat(Stream.of(chosen), partners.stream())
                .sorted(Comparator.comparingInt(candidate -> candidate.scheduler().at().start()))
                .flatMap(candidate -> chains.stages(candidate.scheduler()).stream())
                .map(Stage::scheduler)
                .toList();
        if (members.size() != partners.size() + 1 || !members.stream().allMatch(PartnerReader::multiplies)) {
            return Optional.empty();
        }
        notes.remark(chosen.scheduler().at().line(), "several schedulers step together; the learning rate is their product, as in a ChainedScheduler");
        SchedulerSpec chained = SchedulerSpec.of(SchedulerType.CHAINED_SCHEDULER).with("schedulers", new Value.Members(members));
        return Optional.of(List.of(new Stage(chained, Input.NONE)));
    }

    private static boolean multiplies(SchedulerSpec member) {
        return FACTORS.contains(member.type())
                || member.type() == SchedulerType.COSINE_ANNEALING_LR && member.input("eta_min").number().orElse(0) == 0;
    }

    private Optional<List<Stage>> sequence(Candidate other) {
        Optional<Guard> own = guard(chosen);
        Optional<Guard> others = guard(other);
        boolean either = own.isPresent() && others.isPresent() && own.get().at().equals(others.get().at())
                && own.get().holds() != others.get().holds();
        if (!either || !(own.get().condition() instanceof Quantity condition) || condition.ticker() == null) {
            return Optional.empty();
        }
        boolean holdsFirst = condition.at(0) != 0;
        Candidate first = own.get().holds() == holdsFirst ? chosen : other;
        Candidate second = first == chosen ? other : chosen;
        var passes = holdsFirst ? condition.firstFalse() : condition.firstTrue();
        List<Stage> before = chains.stages(first.scheduler());
        if (passes.isEmpty() || before.size() != 1) {
            return Optional.empty();
        }
        notes.explain(own.get());
        var stages = new ArrayList<Stage>();
        stages.add(before.getFirst().withLength(Input.of(passes.getAsLong())));
        stages.addAll(chains.stages(second.scheduler()));
        return Optional.of(stages);
    }

    private static Optional<Guard> guard(Candidate candidate) {
        List<Guard> guards = candidate.schedulerStep().map(Event::guards).orElse(List.of());
        return guards.isEmpty() ? Optional.empty() : Optional.of(guards.getLast());
    }
}
