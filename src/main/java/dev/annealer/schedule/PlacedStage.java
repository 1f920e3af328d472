package dev.annealer.schedule;

/// A stage in its place in the run.
///
/// @param index its position in the document, disabled stages counted
/// @param start the scheduler step it starts at
/// @param length its length as the document has it, in scheduler steps; what a left-out horizon follows
/// @param end the scheduler step before which it is in force: within the run, and the run's end for the last stage; not
///     above `start` where the run is over before it
public record PlacedStage(int index, Scheduler scheduler, long start, long length, long end) {
    /// Whether any step of the run is its.
    public boolean isInForce() {
        return end > start;
    }

    /// How many steps of the run are its.
    public long stepsInForce() {
        return Math.max(0, end - start);
    }
}
