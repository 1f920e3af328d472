package dev.annealer.schedule;

import dev.annealer.document.Series;
import java.util.List;

/// What a scheduler depends on beside its own parameters.
///
/// @param hasMomentum whether the optimizer has a momentum or betas that can be cycled
/// @param metric value t belongs to scheduler step t of the run; empty where there is none
record Surroundings(List<Group> groups, boolean hasMomentum, Series metric) {}
