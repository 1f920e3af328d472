package dev.annealer.python;

/// Why a file is no script that could be read; the message says what to do, too.
public final class ScriptFileException extends Exception {
    private static final long serialVersionUID = 1;

    ScriptFileException(String message) {
        super(message);
    }
}
