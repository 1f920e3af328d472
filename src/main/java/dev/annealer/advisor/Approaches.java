package dev.annealer.advisor;

import java.util.List;

/// All approaches. The first that suits is taken: those for one domain come before those for a length of run.
final class Approaches {
    static final List<Approach> ALL = List.of(
            new Plateau(),
            new ReinforcementLearning(),
            new SegmentationPolynomial(),
            new LanguageModel(),
            new DetectionSteps(),
            new FineTuning(),
            new PaperSteps(),
            new ShortRun(),
            new OneCycle(),
            new SmallModelSteps(),
            new WarmupCosine());

    private Approaches() {}

    static Approach suiting(Situation situation) {
        return ALL.stream().filter(approach -> approach.suits(situation)).findFirst().orElseThrow();
    }
}
