package dev.annealer.lint.rule;

import dev.annealer.document.Place;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;

/// Several stages for a handful of epochs.
final class ScheduleShortRun implements Rule {
    private static final About ABOUT = new About(
            "schedule-short-run",
            Severity.INFO,
            "The run has fewer than 10 epochs and several stages.",
            "In a few epochs there is no time for different regimes: each stage is too short to do its work, and a constant"
                    + " rate or one plain decay does as well. Fine-tuning with a short warmup and a decay is common all the"
                    + " same.");

    private static final long SHORT = 10;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        long epochs = subject.epochs().orElse(SHORT);
        if (epochs >= SHORT || subject.stages().size() < 2) {
            return List.of();
        }
        String message = "the run has " + subject.stages().size() + " stages for " + Words.epochs(epochs)
                + "; below 10 epochs one is usually enough";
        return List.of(finding(Place.STAGES, message).about(0, subject.steps()));
    }
}
