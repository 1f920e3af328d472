package dev.annealer.ui.finder;

import dev.annealer.finder.rule.Pick;
import java.util.List;
import java.util.Optional;

/// How far the pick of one rule lies apart on several runs.
///
/// @param runs how many have such a pick
record PickSpread(int runs, double least, double greatest) {
    /// Empty where fewer than two runs have one.
    static Optional<PickSpread> of(String rule, List<OverlaidRun> runs) {
        double[] rates = runs.stream().map(run -> run.pick(rule)).filter(Pick::isFound).mapToDouble(Pick::lr).sorted().toArray();
        return rates.length < 2
                ? Optional.empty()
                : Optional.of(new PickSpread(rates.length, rates[0], rates[rates.length - 1]));
    }

    double decades() {
        return Math.log10(greatest / least);
    }
}
