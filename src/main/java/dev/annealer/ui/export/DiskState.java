package dev.annealer.ui.export;

/// How a target's file in the folder of exports compares with what would be written.
public enum DiskState {
    /// There is no such file, or no folder.
    ABSENT,
    SAME,
    DIFFERENT
}
