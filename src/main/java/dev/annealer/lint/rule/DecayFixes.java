package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Profile;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// Edits that let one stage decay over its whole length, the smallest change first.
final class DecayFixes {
    private static final double SHARE_OF_PEAK = 0.01;
    private static final double LOWEST = 1e-4;
    private static final double LOWEST_SHARE = 2e-3;
    private static final int DROPS = 3;
    private static final int GAMMA_DIGITS = 3;

    private final StageSubject stage;
    private final double floor;
    /// The floor as a share of the peak, for what can only fall by a factor.
    private final double share;

    private DecayFixes(Subject subject, StageSubject stage) {
        this.stage = stage;
        double least = subject.profiles().stream()
                .mapToDouble(Profile::peak)
                .filter(peak -> peak > 0)
                .min()
                .orElse(0);
        this.floor = Math.min(SHARE_OF_PEAK * least, LOWEST);
        this.share = Math.max(LOWEST_SHARE, floor / subject.profile().peak());
    }

    /// What may help; none of them is tried yet.
    static List<Fix> of(Subject subject, StageSubject stage) {
        var fixes = new DecayFixes(subject, stage);
        var candidates = new ArrayList<Fix>(fixes.own());
        if (!fixes.ignoresBase() && !stage.is(SchedulerType.REDUCE_LR_ON_PLATEAU)) {
            candidates.add(fixes.cosineInstead());
        }
        return candidates;
    }

    private boolean ignoresBase() {
        return stage.is(SchedulerType.ONE_CYCLE_LR) || stage.is(SchedulerType.CYCLIC_LR);
    }

    private List<Fix> own() {
        long length = stage.placed().stepsInForce();
        return switch (stage.type()) {
            case COSINE_ANNEALING_LR -> List.of(
                    edit("let T_max follow the stage", spec -> spec.without("T_max")),
                    edit("let the cosine go down to " + Words.lr(floor), spec ->
                            spec.without("T_max").with("eta_min", Rates.of(floor))));
            case LINEAR_LR -> List.of(
                    edit("let total_iters follow the stage", spec -> spec.without("total_iters")),
                    edit("let the LR go down to 1 % of its start", spec -> spec.without("total_iters")
                            .with("start_factor", Input.of(1))
                            .with("end_factor", Rates.of(SHARE_OF_PEAK))));
            case POLYNOMIAL_LR -> List.of(edit("let total_iters follow the stage", spec -> spec.without("total_iters")));
            case EXPONENTIAL_LR -> List.of(gamma(share, length));
            case STEP_LR -> List.of(edit("drop after every third of the stage", spec ->
                    spec.with("step_size", Input.of(Math.max(1, Math.ceilDiv(length, DROPS))))));
            case MULTI_STEP_LR -> List.of(edit("spread the drops evenly", spec -> spread(spec, length)));
            default -> List.of();
        };
    }

    private Fix edit(String label, UnaryOperator<SchedulerSpec> edit) {
        return Fix.ofScheduler(label, stage.index(), edit);
    }

    private Fix gamma(double target, long length) {
        Input gamma = gammaFor(target, length);
        return edit("set gamma to " + gamma + " (" + Words.times(1 / target) + " over the stage)", spec ->
                spec.with("gamma", gamma));
    }

    /// The gamma of an exponential that falls to `target` of its start over `steps`: target ^ (1 / steps), with as many digits
    /// as its distance from 1 needs.
    static Input gammaFor(double target, long steps) {
        int nines = (int) Math.ceil(Math.log10(steps));
        return new Input(Numbers.format(Math.pow(target, 1.0 / steps), GAMMA_DIGITS + Math.max(0, nines - 2)));
    }

    /// As many drops as there are, at equal distances.
    static SchedulerSpec spread(SchedulerSpec spec, long length) {
        int drops = spec.values().get("milestones") instanceof Value.Inputs(List<Input> items) ? items.size() : 0;
        return spec.with("milestones", new Value.Inputs(LongStream.rangeClosed(1, drops)
                .mapToObj(i -> Input.of(length * i / (drops + 1)))
                .toList()));
    }

    private Fix cosineInstead() {
        var cosine = SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR).with("eta_min", Rates.of(floor));
        return edit("use a cosine down to " + Words.lr(floor), _ -> cosine);
    }
}
