package dev.annealer.export.target;

/// What a target makes of a document.
public sealed interface Export {
    /// A whole file, with `\n` at the end of each line.
    record Code(String text) implements Export {}

    /// The target has no words for this schedule.
    ///
    /// @param because why, as a clause: `its warmups start from 0`
    /// @param instead what to do, as a sentence without its full stop
    record NotExpressible(String because, String instead) implements Export {}
}
