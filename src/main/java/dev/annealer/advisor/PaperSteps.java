package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import java.util.ArrayList;
import java.util.List;

/// The step schedule of the CNN papers.
final class PaperSteps implements Approach {
    private static final double HIGHEST_LAST_RATE = 1e-3;

    @Override
    public String name() {
        return "paper's steps";
    }

    @Override
    public boolean suits(Situation situation) {
        boolean stepped = situation.architecture() == Architecture.CNN || situation.architecture() == Architecture.OTHER;
        return stepped && situation.answers().reproducesPaper() && !situation.isShort();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        List<Long> epochs = milestones(situation.epochs(), optimizer.greatestRate());
        return Warmup.over(situation, Drops.at(epochs), List.of(new Reason(
                Guideline.PAPER,
                "The papers of ResNet's time drop the rate by 10 at about 30, 60 and 90 % of the run: here after epochs "
                        + Drops.inWords(epochs) + " of " + situation.epochs()
                        + ". For the best result rather than the paper's, answer that no paper is reproduced.")));
    }

    /// At 30, 60 and 90 %; a run of 90 epochs at 30, 60 and 80, as those who trained ImageNet in an hour had it. One more
    /// where a large batch's rate would still be high at the end.
    private static List<Long> milestones(long epochs, double peak) {
        var milestones = new ArrayList<>(epochs == 90
                ? List.of(30L, 60L, 80L)
                : List.of(share(epochs, 0.3), share(epochs, 0.6), share(epochs, 0.9)));
        if (epochs > Situation.LONG_ABOVE && peak * Math.pow(0.1, milestones.size()) > HIGHEST_LAST_RATE) {
            milestones.add(share(epochs, 0.95));
        }
        return milestones;
    }

    private static long share(long epochs, double share) {
        return Math.round(epochs * share);
    }
}
