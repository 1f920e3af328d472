/// From a few answers about a training to a whole document, with the reasons: {@link dev.annealer.advisor.Advisor}.
///
/// Which schedule it is, is decided by the first {@link dev.annealer.advisor.Approach} that fits, in the order of
/// {@link dev.annealer.advisor.Approaches}; optimizer and learning rates by {@link dev.annealer.advisor.OptimizerPlan}.
@NullMarked
package dev.annealer.advisor;

import org.jspecify.annotations.NullMarked;
