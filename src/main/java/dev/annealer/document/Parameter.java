package dev.annealer.document;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A parameter of a scheduler: its name as PyTorch has it, what it may be, and what it is when it is left out.
public sealed interface Parameter {
    String name();

    /// Whether a document must give it.
    boolean required();

    /// How a knob moves: evenly, or by factors where the quantity is one (learning rates, division factors).
    enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /// A real number. `standard` is PyTorch's default, empty where it must be given.
    record Real(String name, OptionalDouble standard, Bounds bounds, Scale scale) implements Parameter {
        @Override
        public boolean required() {
            return standard.isEmpty();
        }
    }

    /// A whole number that is no length in steps: a patience, a factor between cycles.
    record Count(String name, OptionalLong standard, long min) implements Parameter {
        @Override
        public boolean required() {
            return standard.isEmpty();
        }
    }

    /// A number of scheduler steps; it converts when the document's step unit changes.
    record Steps(String name, Absent absent, long min) implements Parameter {
        @Override
        public boolean required() {
            return absent instanceof Absent.Refused;
        }
    }

    /// What a number of steps is when it is left out.
    sealed interface Absent {
        /// A horizon: it follows the length of the stage.
        record FollowsStage() implements Absent {}

        record Standard(long steps) implements Absent {}

        /// It takes the value of the parameter named `other`.
        record SameAs(String other) implements Absent {}

        record Refused() implements Absent {}
    }

    /// Numbers of scheduler steps, in any order, repeats allowed.
    record Milestones(String name) implements Parameter {
        @Override
        public boolean required() {
            return true;
        }
    }

    /// One learning rate for all param groups, or a list with one for each.
    record PerGroup(String name, Bounds bounds) implements Parameter {
        @Override
        public boolean required() {
            return true;
        }
    }

    /// A switch.
    record Toggle(String name, boolean standard) implements Parameter {
        @Override
        public boolean required() {
            return false;
        }
    }

    /// One word out of `options`; the first is PyTorch's default.
    record Choice(String name, List<String> options) implements Parameter {
        public Choice {
            options = List.copyOf(options);
        }

        public String standard() {
            return options.getFirst();
        }

        @Override
        public boolean required() {
            return false;
        }
    }

    /// A Python expression in `step`.
    record Formula(String name) implements Parameter {
        @Override
        public boolean required() {
            return true;
        }
    }

    /// The named numbers that a formula uses.
    record NamedNumbers(String name) implements Parameter {
        @Override
        public boolean required() {
            return false;
        }
    }

    /// Schedulers whose factors are multiplied.
    record Schedulers(String name) implements Parameter {
        @Override
        public boolean required() {
            return true;
        }
    }
}
