package dev.annealer.document;

/// One scheduler of the chain.
///
/// @param length how long it is in force: scheduler steps (`500`), a share of the run (`10%`) or epochs (`5ep`); blank on
///     the last stage for the rest of the run
/// @param enabled a disabled stage is kept, and skipped as if it were not there
public record Stage(SchedulerSpec scheduler, Input length, boolean enabled) {
    public Stage(SchedulerSpec scheduler, Input length) {
        this(scheduler, length, true);
    }

    public Stage withScheduler(SchedulerSpec changed) {
        return new Stage(changed, length, enabled);
    }

    public Stage withLength(Input changed) {
        return new Stage(scheduler, changed, enabled);
    }

    public Stage withEnabled(boolean changed) {
        return new Stage(scheduler, length, changed);
    }
}
