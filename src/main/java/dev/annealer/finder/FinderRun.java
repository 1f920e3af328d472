package dev.annealer.finder;

import java.util.List;

/// A file of LR range tests.
///
/// @param name the file's
/// @param lrColumn as the file calls it
/// @param sweeps at least one, each of at least ten points
/// @param dropped rows in no sweep's points
/// @param remarks what a reader should know: rises that were too short, how the columns were joined
public record FinderRun(String name, String lrColumn, String lossColumn, List<Sweep> sweeps, int dropped, List<String> remarks) {
    public FinderRun {
        sweeps = List.copyOf(sweeps);
        remarks = List.copyOf(remarks);
    }
}
