package dev.annealer.python;

import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.schedule.expression.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The learning rates that a loop sets in several places and under conditions on its counter, as one expression: a later one takes
/// the place of an earlier one where its conditions hold.
final class JoinedSettings {
    private final List<Guard> ofTraining;
    private final Set<Spot> spots = new LinkedHashSet<>();
    /// Conditions that no counter decides, under which a learning rate was taken.
    private final Set<Guard> undecided = new HashSet<>();
    /// Under which conditions a learning rate is set; the empty list is all cases.
    private final Set<List<Guard>> covered = new HashSet<>();
    private @Nullable Quantity rate;

    /// @param ofTraining the conditions under which the optimizer steps at all
    JoinedSettings(List<Guard> ofTraining) {
        this.ofTraining = List.copyOf(ofTraining);
    }

    /// Takes what is set after what was added before; leaves aside what can't be followed.
    void add(Event setting) {
        Map<Boolean, List<Guard>> open = setting.guards().stream()
                .filter(guard -> !ofTraining.contains(guard))
                .collect(Collectors.partitioningBy(JoinedSettings::isCounted));
        boolean isDecided = rate == null || undecided.containsAll(open.get(false));
        if (isDecided && setting.arguments().getFirst() instanceof Quantity set && joined(set, open.get(true)) instanceof Quantity after) {
            rate = after;
            spots.add(setting.at());
            if (open.values().stream().allMatch(List::isEmpty)) {
                undecided.clear();
            }
            undecided.addAll(open.get(false));
            cover(open.get(true));
        }
    }

    /// Empty where nothing is set that depends on a counter, or nothing in some of its cases.
    Optional<Quantity> rate() {
        return Optional.ofNullable(rate).filter(joined -> joined.ticker() != null && covered.contains(List.<Guard>of()));
    }

    /// Conditions that are not known; the document has the learning rate as if they held.
    Set<Guard> undecided() {
        return Set.copyOf(undecided);
    }

    /// Where it is set.
    Set<Spot> spots() {
        return Set.copyOf(spots);
    }

    private PyValue joined(Quantity set, List<Guard> guards) {
        PyValue joined = set;
        for (int i = rate == null ? 0 : guards.size(); i > 0; i--) {
            Guard guard = guards.get(i - 1);
            Quantity before = under(guards.subList(0, i - 1), opposite(guard));
            PyValue then = guard.holds() ? joined : before;
            PyValue otherwise = guard.holds() ? before : joined;
            joined = Arithmetic.combine(
                            nodes -> new Node.Conditional(nodes[0], nodes[1], nodes[2]), then, guard.condition(), otherwise)
                    .orElse(new PyValue.Nothing());
        }
        return joined;
    }

    /// The learning rate so far, without the branches that the guards rule out.
    private Quantity under(List<Guard> guards, Guard last) {
        Node node = Objects.requireNonNull(rate).node();
        for (Guard guard : guards) {
            node = under(guard, node);
        }
        return new Quantity(under(last, node), rate.value(), rate.ticker(), rate.size());
    }

    private static Node under(Guard guard, Node node) {
        if (!(node instanceof Node.Conditional(Node then, Node condition, Node otherwise))) {
            return node;
        }
        if (guard.condition() instanceof Quantity(Node known, _, _, _) && known.equals(condition)) {
            return under(guard, guard.holds() ? then : otherwise);
        }
        return new Node.Conditional(under(guard, then), condition, under(guard, otherwise));
    }

    /// Both branches of a condition are all of it.
    private void cover(List<Guard> path) {
        covered.add(path);
        if (!path.isEmpty()) {
            List<Guard> before = path.subList(0, path.size() - 1);
            var other = new ArrayList<>(before);
            other.add(opposite(path.getLast()));
            if (covered.contains(other)) {
                cover(before);
            }
        }
    }

    private static boolean isCounted(Guard guard) {
        return guard.condition() instanceof Quantity condition && condition.ticker() != null;
    }

    private static Guard opposite(Guard guard) {
        return new Guard(guard.at(), guard.condition(), !guard.holds());
    }
}
