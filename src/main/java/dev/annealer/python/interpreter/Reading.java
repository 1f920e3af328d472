package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The state of going through one script.
final class Reading {
    /// More than any script needs, and over in a second.
    private static final int MOST_EVALUATIONS = 400_000;
    private static final int DEEPEST_CALL = 40;

    private final Map<String, PyValue> answers;
    private final Recording recording = new Recording();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Deque<Guard> guards = new ArrayDeque<>();
    private final Deque<Spot> calls = new ArrayDeque<>();
    private final Set<Spot> entered = new HashSet<>();
    private final List<String> starImports = new ArrayList<>();
    private int evaluations;

    /// @param answers values by the text of an expression without blanks: `len(train_loader)`
    Reading(Map<String, PyValue> answers) {
        this.answers = Map.copyOf(answers);
    }

    Recording recording() {
        return recording;
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
        return value instanceof Unknown(List<Cause> causes) && causes.size() == 1
                ? answers.getOrDefault(causes.getFirst().expression(), value)
                : value;
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

    void enter(Guard guard) {
        guards.addLast(guard);
    }

    void leaveGuards(int count) {
        for (int i = 0; i < count; i++) {
            guards.removeLast();
        }
    }

    /// False where the calls are too deep, or the function calls itself: then it is not entered.
    boolean enter(Spot function) {
        boolean recursive = calls.stream().filter(function::equals).count() > 1;
        if (recursive || calls.size() >= DEEPEST_CALL) {
            return false;
        }
        entered.add(function);
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
        recording.events().add(new Event(kind, target, at, List.copyOf(loops), List.copyOf(guards), arguments));
    }
}
