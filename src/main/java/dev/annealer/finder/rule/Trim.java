package dev.annealer.finder.rule;

import java.util.Arrays;
import java.util.OptionalInt;

/// Points that a person wants skipped at the ends, in place of what each rule skips by itself.
///
/// @param start empty where the rules decide
public record Trim(OptionalInt start, OptionalInt end) {
    public static final Trim BY_RULE = new Trim(OptionalInt.empty(), OptionalInt.empty());

    /// The points of a curve that remain.
    ///
    /// @param from the first one's position
    /// @param to the position after the last one
    record Range(int from, int to) {
        int size() {
            return to - from;
        }

        double[] of(double[] values) {
            return Arrays.copyOfRange(values, from, to);
        }
    }

    /// @param ownStart what the rule itself skips at the start
    Range range(int points, int ownStart, int ownEnd) {
        int from = Math.min(points, start.orElse(ownStart));
        return new Range(from, Math.max(from, points - end.orElse(ownEnd)));
    }

    /// fastai's: a tenth of the points at the start, five at the end.
    Range fastai(int points) {
        return range(points, points / 10, 5);
    }
}
