package dev.annealer.advisor;

/// A kind of schedule, for the trainings that it suits.
interface Approach {
    /// A few words for a document's name: `warmup + cosine`.
    String name();

    boolean suits(Situation situation);

    /// For a training that it suits.
    ///
    /// @param optimizer what the schedule drives
    SchedulePlan plan(Situation situation, OptimizerPlan optimizer);
}
