package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.lint.Warmup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A warmup that starts high, or is over at once.
final class WarmupTooSteep implements Rule {
    private static final About ABOUT = new About(
            "warmup-too-steep",
            Severity.INFO,
            "The warmup starts above a tenth of its peak, or takes fewer than 3 scheduler steps.",
            "A warmup works because the first updates are small. One that starts at a third of the peak, which is LinearLR's"
                    + " default, or jumps up in a step or two, leaves most of the shock. Start at 1 % or below; where the"
                    + " scheduler steps once an epoch, step once a batch or rise over more epochs.");

    private static final double HIGHEST_START = 0.1;
    private static final long FEWEST_STEPS = 3;
    private static final double SHARE = 0.05;
    private static final double START = 0.01;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        boolean isCycle = subject.stages().getFirst().is(SchedulerType.CYCLIC_LR);
        return subject.profile()
                .warmup()
                .filter(warmup -> !isCycle && (startsHigh(warmup) || isShort(warmup)))
                .map(warmup -> finding(subject, warmup))
                .stream()
                .toList();
    }

    private static boolean startsHigh(Warmup warmup) {
        return Limit.isAbove(warmup.from() / warmup.to(), HIGHEST_START);
    }

    private static boolean isShort(Warmup warmup) {
        return warmup.end() < FEWEST_STEPS;
    }

    private static boolean speaks(Subject subject) {
        return subject.profile().warmup().filter(warmup -> startsHigh(warmup) || isShort(warmup)).isPresent();
    }

    private Finding finding(Subject subject, Warmup warmup) {
        StageSubject first = subject.stages().getFirst();
        String starts = "the warmup starts at " + Words.percent(warmup.from() / warmup.to()) + " of its peak";
        String takes = "takes only " + Words.steps(warmup.end());
        String message =
                !startsHigh(warmup) ? "the warmup " + takes : isShort(warmup) ? starts + " and " + takes : starts;
        return finding(startsHigh(warmup) ? first.where(startParameter(first.type())) : first.where(), message)
                .about(0, warmup.end())
                .with(fix(subject, warmup));
    }

    private static String startParameter(SchedulerType type) {
        return type == SchedulerType.ONE_CYCLE_LR ? "div_factor" : "start_factor";
    }

    private static Optional<Fix> fix(Subject subject, Warmup warmup) {
        StageSubject first = subject.stages().getFirst();
        Optional<Fix> longer = isShort(warmup) ? WarmupResize.to(subject, longEnough(subject)) : Optional.empty();
        Optional<Fix> lower = startsHigh(warmup) ? lower(first) : Optional.empty();
        Optional<Fix> both = lower.flatMap(start -> longer.map(length -> new Fix(
                start.label() + " and " + length.label(), document -> length.edit().apply(start.edit().apply(document)))));
        return Mend.first(
                subject, WarmupTooSteep::speaks, Stream.of(both, lower, longer).flatMap(Optional::stream).toList());
    }

    private static long longEnough(Subject subject) {
        return Math.max(FEWEST_STEPS, Math.round(SHARE * subject.steps()));
    }

    private static Optional<Fix> lower(StageSubject first) {
        return switch (first.type()) {
            case LINEAR_LR -> {
                double end = first.spec().input("end_factor").number().orElse(1);
                yield Optional.of(Fix.ofScheduler("start the warmup at 1 %", first.index(), spec ->
                        spec.with("start_factor", Input.of(START * end))));
            }
            case ONE_CYCLE_LR -> Optional.of(Fix.ofScheduler("start at a 25th of max_lr", first.index(), spec ->
                    spec.without("div_factor")));
            default -> Optional.empty();
        };
    }
}
