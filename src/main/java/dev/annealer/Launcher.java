package dev.annealer;

import dev.annealer.cli.Annealer;

/// Command line or window: the arguments decide, and the command line never loads JavaFX.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(Annealer.run(args, System.out, System.err));
    }
}
