package dev.annealer.testing;

import dev.annealer.cli.Annealer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A command line that was run: its exit code, and what it wrote.
public record CommandRun(int code, String out, String err) {
    public static CommandRun of(Object... arguments) {
        var out = new ByteArrayOutputStream();
        CommandRun run = into(out, arguments);
        return new CommandRun(run.code, out.toString(StandardCharsets.UTF_8), run.err);
    }

    /// @param out standard output, of which nothing is kept here
    public static CommandRun into(OutputStream out, Object... arguments) {
        var err = new ByteArrayOutputStream();
        int code = Annealer.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), out, err);
        return new CommandRun(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
