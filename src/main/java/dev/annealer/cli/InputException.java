package dev.annealer.cli;

import dev.annealer.document.Problem;
import java.nio.file.Path;
import java.util.List;

/// A file that can't be used. Its message is what stands on standard error after `annealer: `.
final class InputException extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> lines;

    private InputException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = lines;
    }

    static InputException of(Path file, List<Problem> problems) {
        return new InputException(
                problems.stream().map(problem -> file + ": " + problem).toList());
    }

    static InputException of(Path file, String message) {
        return new InputException(List.of(file + ": " + message));
    }

    static InputException ofLines(List<String> lines) {
        return new InputException(lines);
    }

    /// One a problem.
    List<String> lines() {
        return lines;
    }
}
