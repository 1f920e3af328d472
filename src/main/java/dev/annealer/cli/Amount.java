package dev.annealer.cli;

/// A number of things, in words.
final class Amount {
    private Amount() {}

    /// `1 row`, `2 rows`.
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
