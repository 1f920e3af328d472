package dev.annealer.ui.finder;

import dev.annealer.chart.FinderCurve;
import dev.annealer.finder.Analysis;
import dev.annealer.finder.Smoothing;
import dev.annealer.finder.rule.Trim;

/// How sweeps are read: the smoothing, and what is trimmed.
record Reading(double beta, Trim trim) {
    static final Reading FIRST = new Reading(Smoothing.DEFAULT_BETA, Trim.BY_RULE);

    FinderCurve of(Layer layer) {
        return FinderCurve.of(layer.name(), layer.color(), Analysis.of(layer.sweep(), beta, trim));
    }

    Reading withBeta(double changed) {
        return new Reading(changed, trim);
    }

    Reading withTrim(Trim changed) {
        return new Reading(beta, changed);
    }
}
