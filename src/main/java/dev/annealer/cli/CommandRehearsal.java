package dev.annealer.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs command lines one after the other without showing what they print: what trains a package's AOT cache.
public final class CommandRehearsal {
    /// The system property that asks for one: a file of command lines, their words apart by single spaces.
    public static final String COMMANDS = "annealer.rehearsal.commands";

    private CommandRehearsal() {}

    /// @param err what they complain of
    /// @return the worst exit code
    public static int run(Path commands, OutputStream err) throws IOException {
        int worst = ExitCode.DONE;
        for (String line : Files.readAllLines(commands)) {
            worst = Math.max(worst, Annealer.run(line.split(" "), OutputStream.nullOutputStream(), err));
        }
        return worst;
    }
}
