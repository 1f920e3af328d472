package dev.annealer.ui.preferences;

/// Which columns of a table a person took for an LR range test.
///
/// @param lr the name of the column of learning rates
/// @param loss the name of the column of losses
public record ColumnChoice(String lr, String loss) {}
