package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.Instance;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The state of going through one script.
final class Reading {
    /// More than any script needs, and over in a second.
    private static final int MOST_EVALUATIONS = 400_000;
    private static final int DEEPEST_CALL = 40;
    private static final Pattern RANGE_TEST = Pattern.compile("(?i)lr_?find|find_?lr|range_?test|learning_?rate_?find");

    private final Map<String, PyValue> answers;
    private final Recording recording = new Recording();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Deque<Guard> guards = new ArrayDeque<>();
    private final Deque<Function> calls = new ArrayDeque<>();
    /// The loops in which an optimizer or a scheduler was made: to it, their passes are trainings.
    private final Map<PyValue, Set<Loop>> around = new IdentityHashMap<>();
    private final Set<Spot> entered = new HashSet<>();
    private final Set<Spot> counted = new HashSet<>();
    private final List<String> starImports = new ArrayList<>();
    private final PyValue.Dict flags = new PyValue.Dict();
    private @Nullable Arguments handedOn;
    private @Nullable Spot library;
    private boolean isInFormula;
    private int evaluations;

    /// @param answers values by the text of an expression without blanks: `len(train_loader)`
    Reading(Map<String, PyValue> answers) {
        this.answers = Map.copyOf(answers);
    }

    Recording recording() {
        return recording;
    }

    /// The flags of `absl` by name.
    PyValue.Dict flags() {
        return flags;
    }

    List<String> starImports() {
        return starImports;
    }

    /// What the user says that this expression is; null where they say nothing.
    @Nullable
    PyValue answer(Spot at) {
        return answers.isEmpty() ? null : answers.get(at.text());
    }

    @Nullable
    PyValue answer(String expression) {
        return answers.get(expression);
    }

    /// What the user says in place of a value that wants for one thing only.
    PyValue answered(PyValue value) {
        return switch (value) {
            case Unknown(List<Cause> causes) when causes.size() == 1 -> answers.getOrDefault(causes.getFirst().expression(), value);
            case PyValue.External(String path) -> answers.getOrDefault(path, value);
            default -> value;
        };
    }

    /// Whether the script has taken more work than any needs.
    boolean isExhausted() {
        return ++evaluations > MOST_EVALUATIONS;
    }

    void enter(Loop loop) {
        loops.addLast(loop);
    }

    void leaveLoop() {
        loops.removeLast();
    }

    /// Whether `self.count += 1` counts the passes of a loop: where it stands in one, for the first time.
    boolean countsPasses(Stmt.Augmented augmented) {
        boolean byOne = augmented.operator() == Node.BinaryOperator.ADD
                && augmented.value() instanceof Expr.NumberLiteral(_, Number by) && by.doubleValue() == 1;
        return byOne && !loops.isEmpty() && counted.add(augmented.at());
    }

    PyValue.Ticker passes() {
        return loops.getLast().ticker();
    }

    void enter(Guard guard) {
        guards.addLast(guard);
    }

    void leaveGuards(int count) {
        for (int i = 0; i < count; i++) {
            guards.removeLast();
        }
    }

    /// False where the calls are too deep, or the function calls itself: then it is not entered.
    boolean enter(Function function) {
        boolean recursive = calls.stream().filter(call -> call.at().equals(function.at())).count() > 1;
        if (recursive || calls.size() >= DEEPEST_CALL) {
            return false;
        }
        entered.add(function.at());
        calls.addLast(function);
        return true;
    }

    void leaveCall() {
        calls.removeLast();
    }

    boolean wasEntered(Spot function) {
        return entered.contains(function);
    }

    void record(Event.Kind kind, PyValue target, Spot at, List<PyValue> arguments) {
        if (!isInRangeTest()) {
            Set<Loop> outside = around.getOrDefault(target, Set.of());
            List<Loop> inside = loops.stream().filter(loop -> !outside.contains(loop)).toList();
            recording.events().add(new Event(kind, target, at, inside, List.copyOf(guards), arguments));
        }
    }

    /// The arguments of the `super().__init__(…)` that runs within `body`; null where none does.
    @Nullable
    Arguments handedOn(Runnable body) {
        Arguments before = handedOn;
        handedOn = null;
        body.run();
        Arguments found = handedOn;
        handedOn = before;
        return found;
    }

    void handOn(Arguments arguments) {
        handedOn = arguments;
    }

    /// From now on what is gone through is a formula of the step: in it a branch that is not known is not left aside.
    void enterFormula() {
        isInFormula = true;
    }

    boolean isInFormula() {
        return isInFormula;
    }

    /// What is made within `body` is made at `call`.
    <T> T within(Spot call, Supplier<T> body) {
        Spot before = library;
        library = before == null ? call : before;
        try {
            return body.get();
        } finally {
            library = before;
        }
    }

    /// Where the script makes something: the call of a library's function for what is made in that.
    Spot site(Spot at) {
        return library == null ? at : library;
    }

    SchedulerValue made(SchedulerValue scheduler) {
        if (!isInRangeTest()) {
            recording.schedulers().add(scheduler);
            around.put(scheduler, Set.copyOf(loops));
            recording.conditions().put(scheduler, List.copyOf(guards));
        }
        return scheduler;
    }

    OptimizerValue made(OptimizerValue optimizer) {
        recording.optimizers().add(optimizer);
        around.put(optimizer, Set.copyOf(loops));
        recording.conditions().put(optimizer, List.copyOf(guards));
        return optimizer;
    }

    private boolean isInRangeTest() {
        Optional<Function> test = calls.stream().filter(Reading::isRangeTest).findFirst();
        test.ifPresent(function -> recording.rangeTests().add(function.at()));
        return test.isPresent();
    }

    private static boolean isRangeTest(Function function) {
        String owner = function.self() instanceof Instance instance ? instance.type().name() : "";
        return RANGE_TEST.matcher(owner + "." + function.name()).find();
    }
}
