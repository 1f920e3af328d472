package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Stage;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Stages that are longer or shorter than the run.
final class ScheduleLength implements Rule {
    private static final About ABOUT = new About(
            "schedule-length",
            Severity.ERROR,
            "The stages' lengths don't add up to the run.",
            "Past the length of the last stage its scheduler simply goes on, and a cosine rises again; stages past the run's"
                    + " end are never reached, so the decay that they hold does not happen. Leave the length of the last"
                    + " stage out and it takes the rest.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        StageSubject last = subject.stages().getLast();
        long sum = last.placed().start() + last.placed().length();
        if (last.stage().length().isBlank() || sum == subject.steps() || addsUpUnrounded(subject)) {
            return List.of();
        }
        Finding finding = finding(last.where().at("length"), message(subject, last, sum))
                .about(Math.min(sum, subject.steps() - 1), subject.steps());
        return List.of(finding.with(Mend.first(subject, ScheduleLength::speaks, candidates(subject, last, sum))));
    }

    private static boolean speaks(Subject subject) {
        StageSubject last = subject.stages().getLast();
        boolean adds = last.placed().start() + last.placed().length() == subject.steps();
        return !last.stage().length().isBlank() && !adds && !addsUpUnrounded(subject);
    }

    /// 10 % and 90 % of 15 steps are the whole of it, though both are rounded up.
    private static boolean addsUpUnrounded(Subject subject) {
        var run = BigDecimal.valueOf(subject.steps());
        var sum = BigDecimal.ZERO;
        for (StageSubject stage : subject.stages()) {
            String length = stage.stage().length().text();
            sum = sum.add(length.endsWith("%")
                    ? run.multiply(new BigDecimal(length.substring(0, length.length() - 1))).movePointLeft(2)
                    : BigDecimal.valueOf(stage.placed().length()));
        }
        return sum.compareTo(run) == 0;
    }

    private static String message(Subject subject, StageSubject last, long sum) {
        String sums = "the stages take " + sum + " steps together, the run has " + subject.steps() + ": ";
        if (sum > subject.steps()) {
            return sums + "the last " + Words.steps(sum - subject.steps()) + " are never reached, and the run ends at an LR of "
                    + Words.lr(subject.profile().last());
        }
        double highest = subject.schedule().extremes(sum, subject.steps(), subject.profile().group()).max();
        return sums + last.title() + " goes on for " + Words.steps(subject.steps() - sum)
                + " past its length, at an LR of up to " + Words.lr(highest);
    }

    private static List<Fix> candidates(Subject subject, StageSubject last, long sum) {
        return List.of(
                Fix.ofStage("let the last stage take the rest", last.index(), stage ->
                        Resized.to(stage, last.placed().length(), subject.steps()).withLength(Input.NONE)),
                new Fix("scale all stages to the run", document -> scaled(document, subject, sum)));
    }

    private static Document scaled(Document document, Subject subject, long sum) {
        var stages = new ArrayList<>(document.schedule().stages());
        double ratio = (double) subject.steps() / sum;
        for (StageSubject stage : subject.stages()) {
            boolean isLast = stage == subject.stages().getLast();
            Stage scaled = Resized.scaled(stages.get(stage.index()), stage.placed().length(), ratio);
            stages.set(stage.index(), isLast ? scaled.withLength(Input.NONE) : scaled);
        }
        return document.withSchedule(document.schedule().withStages(stages));
    }
}
