package dev.annealer.lint.rule;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Profile;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.List;

/// A decay that is over when the run has hardly begun.
final class DecayTooFast implements Rule {
    private static final About ABOUT = new About(
            "decay-too-fast",
            Severity.WARNING,
            "95 % of the decay happens in the first tenth of the run.",
            "The rest of the run crawls at the lowest rate; it looks like a model that has stopped learning. The usual causes"
                    + " are a step() after every batch for a schedule in epochs, a T_max that is too small, or a gamma meant"
                    + " for another number of steps.");

    private static final double MOST_OF_IT = 0.95;
    /// A decay that leaves more than this share of the peak is hardly one.
    private static final double LEAST_DECAY = 0.5;
    private static final long FEWEST_STEPS = 10;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!speaks(subject)) {
            return List.of();
        }
        Profile profile = subject.profile();
        long tenth = tenth(subject);
        String message = "the LR falls from " + Words.lr(profile.peak()) + " to " + Words.lr(highestAfter(subject, tenth))
                + " by step " + tenth + ", a tenth of the run, and ends at " + Words.lr(profile.last());
        StageSubject stage = stageAt(subject, Math.max(0, tenth - 1));
        return List.of(finding(stage.where(), message)
                .about(profile.peakStep(), tenth)
                .with(Mend.cleanly(subject, DecayTooFast::speaks, DecayFixes.of(subject, stage))));
    }

    private static boolean speaks(Subject subject) {
        Profile profile = subject.profile();
        long tenth = tenth(subject);
        if (subject.steps() < FEWEST_STEPS || profile.peakStep() >= tenth) {
            return false;
        }
        double floor = subject.schedule()
                .extremes(profile.peakStep(), subject.steps(), profile.group())
                .min();
        double decay = profile.peak() - floor;
        return floor < LEAST_DECAY * profile.peak()
                && !Limit.isAbove(highestAfter(subject, tenth), profile.peak() - MOST_OF_IT * decay);
    }

    private static long tenth(Subject subject) {
        return Math.ceilDiv(subject.steps(), 10);
    }

    private static double highestAfter(Subject subject, long step) {
        return subject.schedule().extremes(step, subject.steps(), subject.profile().group()).max();
    }

    private static StageSubject stageAt(Subject subject, long step) {
        return subject.stages().stream()
                .filter(stage -> stage.placed().start() <= step && step < stage.placed().end())
                .findFirst()
                .orElseGet(subject::lastStage);
    }
}
