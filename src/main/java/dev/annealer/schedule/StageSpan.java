package dev.annealer.schedule;

/// Where a stage lies.
///
/// @param start the scheduler step it starts at
/// @param length its length in scheduler steps
/// @param stepsInForce how many steps of the run are its
record StageSpan(long start, long length, long stepsInForce) {}
