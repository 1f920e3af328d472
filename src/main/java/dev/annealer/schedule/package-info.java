/// What a document means: a pure function of the scheduler step for each param group, or the list of problems why there
/// is none. Lengths, percentages and epochs become steps here and nowhere else.
///
/// {@link dev.annealer.schedule.ScheduleCompiler} goes from the one to the other; {@link dev.annealer.schedule.Schedule}
/// is the function; the implementations of {@link dev.annealer.schedule.Scheduler} hold one formula of PyTorch each.
@NullMarked
package dev.annealer.schedule;

import org.jspecify.annotations.NullMarked;

