package dev.annealer.finder;

import dev.annealer.finder.rule.Gradients;
import dev.annealer.finder.rule.Pick;
import dev.annealer.finder.rule.PickRules;
import dev.annealer.finder.rule.Trim;
import java.util.Arrays;
import java.util.List;

/// A sweep, read.
///
/// @param beta the smoothing
/// @param smoothed the losses on which the picks are made
/// @param derivative of `smoothed` over log10 of the learning rate
/// @param picks of every rule, in the order of {@link PickRules#ALL}
/// @param alreadySmoothed whether the file's losses look smoothed before we did anything
/// @param verdict what to think of it, sentence by sentence, the most important first
public record Analysis(
        Sweep sweep,
        double beta,
        double[] smoothed,
        double[] derivative,
        List<Pick> picks,
        boolean alreadySmoothed,
        List<String> verdict) {
    public static Analysis of(Sweep sweep, double beta, Trim trim) {
        double[] smoothed = Smoothing.exponential(sweep.loss(), beta);
        double[] logs = Arrays.stream(sweep.lr()).map(Math::log10).toArray();
        List<Pick> picks =
                PickRules.ALL.stream().map(rule -> rule.pick(sweep.lr(), smoothed, trim)).toList();
        boolean alreadySmoothed = Smoothing.isSmoothed(sweep.loss());
        return new Analysis(
                sweep,
                beta,
                smoothed,
                Gradients.over(smoothed, logs),
                picks,
                alreadySmoothed,
                new Verdict(sweep, beta, picks, alreadySmoothed).sentences());
    }

    public Pick pick(String rule) {
        return picks.stream().filter(pick -> pick.rule().equals(rule)).findFirst().orElseThrow();
    }

    /// That of the default rule.
    public Pick steepest() {
        return picks.getFirst();
    }
}
