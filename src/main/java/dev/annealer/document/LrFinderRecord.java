package dev.annealer.document;

/// Where a learning rate of the document came from.
///
/// @param source the file of the LR range test
/// @param method the rule that picked the learning rate, such as `steepest`
/// @param appliedTo `base_lr` or `max_lr`
/// @param multiplier what the picked rate was multiplied by; blank for 1
public record LrFinderRecord(String source, String method, Input lr, String appliedTo, Input multiplier) {}
