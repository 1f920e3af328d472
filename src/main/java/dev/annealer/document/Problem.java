package dev.annealer.document;

/// Why a document can't be used as it is.
///
/// @param where the place in the document
/// @param message what is wrong
/// @param remedy what to do about it
public record Problem(Place where, String message, String remedy) {
    /// As the command line says it: `schedule.stages[1].T_max: 0 is below 1; give a whole number of at least 1`.
    @Override
    public String toString() {
        String place = where.path().isEmpty() ? "" : where.path() + ": ";
        return place + message + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
