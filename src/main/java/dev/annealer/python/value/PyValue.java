package dev.annealer.python.value;

import dev.annealer.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of the script.
public sealed interface PyValue
        permits Quantity, PyValue.Text, PyValue.Nothing, PyValue.Items, PyValue.Dict, PyValue.Range, PyValue.Sized,
                PyValue.Repeated,
                PyValue.External, PyValue.Partial, PyValue.Method, PyValue.GroupsOf, Function, ScriptClass, Instance, ArgumentParser, Loader,
                OptimizerValue, SchedulerValue, Unknown {
    record Text(String text) implements PyValue {}

    /// `None`.
    record Nothing() implements PyValue {}

    /// A list, a tuple or a set.
    record Items(List<PyValue> items) implements PyValue {
        public static Items of(List<? extends PyValue> items) {
            return new Items(new ArrayList<>(items));
        }
    }

    /// A dictionary; `texts` is how the values were written.
    record Dict(Map<String, PyValue> entries, Map<String, String> texts) implements PyValue {
        public Dict() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /// `range(start, stop, step)`.
    record Range(PyValue start, PyValue length, PyValue step) implements PyValue {}

    /// A data set, of which only the size matters.
    record Sized(PyValue length) implements PyValue {}

    /// `enumerate(inner, start)` where `counted`, else an iterable that only wraps another: `tqdm(loader)`.
    record Repeated(PyValue inner, @Nullable PyValue start) implements PyValue {}

    /// A name of a module that is not the script's: `torch.optim.SGD`.
    record External(String path) implements PyValue {
        public String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    /// `functools.partial(callee, …)`.
    record Partial(PyValue callee, Arguments given) implements PyValue {}

    /// A method of a value that is not an object of the script: `optimizer.step`.
    record Method(PyValue object, String name) implements PyValue {}

    /// The param groups of an optimizer.
    record GroupsOf(OptimizerValue optimizer, Which which) implements PyValue {
        /// Their list, each of them in turn, or one by its position.
        public enum Which {
            ALL,
            EACH,
            ONE
        }
    }

    /// Where a value with tickers ticks: the loop whose passes a counter counts.
    record Ticker(@Nullable Stmt loop) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Ticker ticker && ticker.loop == loop;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(loop);
        }
    }
}
