package dev.annealer.schedule;

import dev.annealer.document.Bounds;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Reads typed text into numbers and collects what is wrong on the way. After a problem a harmless number stands in, so
/// that one reading finds all problems.
final class Fields {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    void problem(Place where, String message, String remedy) {
        problems.add(new Problem(where, message, remedy));
    }

    /// A number that must be given.
    double real(Place where, Input input, Bounds bounds) {
        return real(where, input, OptionalDouble.empty(), bounds);
    }

    /// A number, or `standard` where it is left out.
    double real(Place where, Input input, OptionalDouble standard, Bounds bounds) {
        if (input.isBlank()) {
            return standard.orElseGet(() -> missing(where, "give a number that is " + bounds.inWords()));
        }
        OptionalDouble number = input.number();
        if (number.isEmpty()) {
            problem(where, "`" + input + "` is not a number", "write it like 0.1, 3e-4 or 1/3");
        } else if (!Double.isFinite(number.getAsDouble())) {
            problem(where, input + " is too large", "give a number that is " + bounds.inWords());
        } else if (!bounds.contains(number.getAsDouble())) {
            problem(where, input + " is out of range", "it must be " + bounds.inWords());
        } else {
            return number.getAsDouble();
        }
        return standard.orElse(1);
    }

    /// A whole number that must be given.
    long count(Place where, Input input, long min) {
        return count(where, input, OptionalLong.empty(), min);
    }

    /// A whole number, or `standard` where it is left out.
    long count(Place where, Input input, OptionalLong standard, long min) {
        String remedy = "give a whole number of at least " + min;
        if (input.isBlank()) {
            return standard.orElseGet(() -> (long) missing(where, remedy));
        }
        OptionalLong count = input.count();
        if (count.isEmpty()) {
            problem(where, whyNoCount(input), remedy);
        } else if (count.getAsLong() < min) {
            problem(where, input + " is below " + min, remedy);
        } else {
            return count.getAsLong();
        }
        return standard.orElse(Math.max(1, min));
    }

    private static String whyNoCount(Input input) {
        OptionalDouble number = input.number();
        if (number.isEmpty()) {
            return "`" + input + "` is not a number";
        }
        boolean tooLarge = Math.abs(number.getAsDouble()) > Numbers.MAX_COUNT;
        return input + (tooLarge ? " is too large" : " is not a whole number");
    }

    private double missing(Place where, String remedy) {
        problem(where, "is missing", remedy);
        return 1;
    }
}
