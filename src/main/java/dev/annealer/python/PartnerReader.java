package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.Stage;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A second scheduler that a script steps by hand on the same optimizer: `if epoch < WARMUP: warmup.step() else: main.step()` is a
/// chain of both. Of others it is said that they are left out.
final class PartnerReader {
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
                .filter(other -> other.schedulerStep().filter(step -> step.target() == other.scheduler() && !step.loops().isEmpty()).isPresent())
                .toList();
    }

    List<Stage> stages() {
        Optional<List<Stage>> sequence = partners.size() == 1 ? sequence(partners.getFirst()) : Optional.empty();
        if (sequence.isPresent()) {
            return sequence.get();
        }
        for (Candidate other : partners) {
            notes.remark(other.scheduler().at().line(), other.scheduler().name() + " steps on the same optimizer, too, and is left out: join both by "
                    + "SequentialLR or ChainedScheduler to say what is meant");
        }
        return chains.stages(chosen.scheduler());
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
