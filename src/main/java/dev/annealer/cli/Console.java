package dev.annealer.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// Where a command writes, and how it says what went wrong.
record Console(PrintStream out, PrintStream err) {
    static final Console SILENT = new Console(
            new PrintStream(OutputStream.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()));

    private static final String PREFIX = "annealer: ";

    /// A task for one file.
    interface FileTask<T> {
        int run(T file) throws InputException, IOException;
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
        } catch (InputException | IOException | UncheckedIOException e) {
            return failure(e);
        }
    }

    /// Says why a command could not do its work.
    int failure(Exception e) {
        switch (e) {
            case InputException input -> input.lines().forEach(this::error);
            case UncheckedIOException unchecked -> error(reason(unchecked.getCause()));
            case IOException io -> error(reason(io));
            case ParameterException usage -> {
                return usageError(usage);
            }
            default -> error("internal error: " + e + "; please report it with the command line that led to it");
        }
        return ExitCode.BAD_INPUT;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder; check its name";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied; check who may read or write it";
            case FileSystemException file ->
                file.getFile() + ": " + (file.getReason() == null ? "can't be written or read" : file.getReason());
            default -> String.valueOf(e.getMessage());
        };
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
        err.print(PREFIX + message + "\n");
    }

    /// Standard output for what may be long: who reads it may have seen enough, and then nothing more is to be computed.
    OutputStream rows() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                if (Console.this.out.checkError()) {
                    throw new IOException("standard output is closed");
                }
            }
        };
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
