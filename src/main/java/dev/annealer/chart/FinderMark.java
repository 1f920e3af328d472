package dev.annealer.chart;

import dev.annealer.document.Numbers;
import dev.annealer.finder.rule.Pick;
import dev.annealer.finder.rule.PickRule;
import dev.annealer.finder.rule.PickRules;
import java.util.List;
import java.util.Set;

/// A pick in the chart of an LR range test.
///
/// @param name of the rule
/// @param color that of the curve it is on
/// @param loss where it lies on that curve
/// @param chosen whether it is the one to be used
public record FinderMark(String name, int color, double lr, double loss, boolean chosen) {
    /// What is marked before anybody asks for more: the default, and the pick that most tutorials show.
    public static final Set<String> RULES_SHOWN_FIRST = Set.of("steepest", "fastai-valley");

    private static final int DIGITS = 3;

    /// The picks of `rules` on a curve, in the order of the rules; those that give nothing are left out.
    ///
    /// @param chosen the id of the rule whose pick is the one to be used
    public static List<FinderMark> of(FinderCurve curve, Set<String> rules, String chosen) {
        return PickRules.ALL.stream()
                .filter(rule -> rules.contains(rule.id()))
                .filter(rule -> curve.analysis().pick(rule.id()).isFound())
                .map(rule -> of(curve, rule, rule.id().equals(chosen)))
                .toList();
    }

    private static FinderMark of(FinderCurve curve, PickRule rule, boolean chosen) {
        Pick pick = curve.analysis().pick(rule.id());
        return at(curve, rule.title(), pick.lr(), chosen);
    }

    /// A mark on the curve at any learning rate.
    public static FinderMark at(FinderCurve curve, String name, double lr, boolean chosen) {
        return new FinderMark(name, curve.color(), lr, curve.smoothedLossAt(lr), chosen);
    }

    String label() {
        return name + "  " + Numbers.format(lr, DIGITS);
    }
}
