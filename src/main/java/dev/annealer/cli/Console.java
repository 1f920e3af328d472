package dev.annealer.cli;

import dev.annealer.storage.FileFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where a command writes, and how it says what went wrong.
final class Console {
    static final Console SILENT = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

    private static final String PREFIX = "annealer: ";

    private final StandardOutput rows;
    private final PrintStream out;
    private final PrintStream err;

    Console(OutputStream out, OutputStream err) {
        rows = new StandardOutput(out);
        this.out = new PrintStream(rows, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, false, StandardCharsets.UTF_8);
    }

    /// A task for one file.
    interface FileTask<T> {
        int run(T file) throws InputException, IOException;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// Standard output for what may be long: it throws where nobody reads any more, so that nothing more is computed.
    OutputStream rows() {
        return rows;
    }

    /// Tries every file; the worst code wins.
    <T> int forEach(List<T> files, FileTask<T> task) {
        int worst = ExitCode.DONE;
        for (T file : files) {
            worst = Math.max(worst, attempt(file, task));
        }
        return worst;
    }

    private <T> int attempt(T file, FileTask<T> task) {
        try {
            return task.run(file);
        } catch (InputException e) {
            return failure(e);
        } catch (IOException e) {
            return failure(file instanceof Path path ? path : null, e);
        } catch (UncheckedIOException e) {
            return failure(file instanceof Path path ? path : null, e.getCause());
        }
    }

    /// Says why a command could not do its work.
    int failure(Exception e) {
        switch (e) {
            case InputException input -> input.lines().forEach(this::error);
            case UncheckedIOException unchecked -> {
                return failure(null, unchecked.getCause());
            }
            case IOException io -> {
                return failure(null, io);
            }
            case ParameterException usage -> {
                return usageError(usage);
            }
            default -> error("internal error: " + e + "; please report it with the command line that led to it");
        }
        return ExitCode.BAD_INPUT;
    }

    /// @param file what was being read
    private int failure(@Nullable Path file, IOException e) {
        if (e == rows.failure()) {
            // Told at the end, once.
            return ExitCode.DONE;
        }
        error((file == null ? "" : file + ": ") + FileFailure.reason(e, "read") + "; check the name and the permissions");
        return ExitCode.BAD_INPUT;
    }

    int usageError(ParameterException e) {
        CommandLine command = e.getCommandLine();
        error(e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            err.print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
        }
        command.getErr().flush();
        return ExitCode.WRONG_USAGE;
    }

    private void error(String message) {
        err.print(PREFIX + Printable.text(message) + "\n");
    }

    /// Writes what is left.
    ///
    /// @return the code, or a worse one where standard output could not be written
    int finish(int code) {
        out.flush();
        int worst = code;
        if (rows.failure() != null && !rows.readerIsGone()) {
            error("standard output: " + FileFailure.reason(rows.failure(), "written") + "; send it somewhere else");
            worst = Math.max(code, ExitCode.BAD_INPUT);
        }
        err.flush();
        return worst;
    }
}
