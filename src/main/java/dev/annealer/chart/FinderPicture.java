package dev.annealer.chart;

import dev.annealer.finder.Analysis;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.Smoothing;
import dev.annealer.finder.Sweep;
import dev.annealer.finder.rule.PickRules;
import dev.annealer.finder.rule.Trim;
import java.util.ArrayList;
import java.util.List;

/// All that is to be seen in a chart of LR range tests.
///
/// @param curves the first one lies on top
/// @param trim what a person has trimmed, to be shown as such
public record FinderPicture(List<FinderCurve> curves, List<FinderMark> marks, FinderView view, Trim trim) {
    public FinderPicture {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /// A run as it is shown first: every sweep of it, with the picks that are marked before anybody asks for more.
    ///
    /// @param logarithmic whether the axis of the loss is
    public static FinderPicture of(FinderRun run, boolean logarithmic) {
        var curves = new ArrayList<FinderCurve>();
        var marks = new ArrayList<FinderMark>();
        for (Sweep sweep : run.sweeps()) {
            Analysis analysis = Analysis.of(sweep, Smoothing.DEFAULT_BETA, Trim.BY_RULE);
            FinderCurve curve = FinderCurve.of(FinderCurve.nameOf(run, sweep), curves.size(), analysis);
            curves.add(curve);
            marks.addAll(FinderMark.of(curve, FinderMark.RULES_SHOWN_FIRST, PickRules.DEFAULT.id()));
        }
        return new FinderPicture(curves, marks, FinderView.whole(curves).withLogarithmic(logarithmic), Trim.BY_RULE);
    }
}
