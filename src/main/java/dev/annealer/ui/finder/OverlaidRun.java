package dev.annealer.ui.finder;

import dev.annealer.chart.FinderCurve;
import dev.annealer.finder.rule.Pick;

/// A sweep with what was read from it.
record OverlaidRun(Layer layer, Reading reading, FinderCurve curve) {
    int id() {
        return layer.id();
    }

    boolean isVisible() {
        return layer.visible();
    }

    Pick pick(String rule) {
        return curve.analysis().pick(rule);
    }

    /// What was read once is kept, also for a layer with another name.
    OverlaidRun with(Layer changed, Reading asked) {
        FinderCurve read = asked.equals(reading) ? curve : curve.with(asked.of(changed).analysis());
        return new OverlaidRun(changed, asked, read.named(changed.name()));
    }
}
