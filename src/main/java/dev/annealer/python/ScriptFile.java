package dev.annealer.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads the code of a file: a `.py` as it is, a notebook's code cells one after the other.
public final class ScriptFile {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_CHARACTERS = 2 << 20;

    private ScriptFile() {}

    /// Whether the name is that of a script or a notebook.
    public static boolean isNamedLikeOne(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".py") || name.endsWith(".ipynb");
    }

    /// @throws ScriptFileException where it holds no code that could be read
    public static String read(Path file) throws IOException, ScriptFileException {
        if (Files.isDirectory(file)) {
            throw new ScriptFileException("this is a folder; name a script in it");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new ScriptFileException("the file has more than 64 MiB; is this the right file?");
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean notebook = file.toString().toLowerCase(Locale.ROOT).endsWith(".ipynb");
        String text = notebook ? Notebook.code(bytes) : text(bytes);
        if (text.isBlank()) {
            throw new ScriptFileException("there is no code in it; name a PyTorch script");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new ScriptFileException("it has more than two million characters of code; is this a training script?");
        }
        return text;
    }

    private static String text(byte[] bytes) throws ScriptFileException {
        for (byte b : bytes) {
            if (b == 0) {
                throw new ScriptFileException("this is no text; name a PyTorch script");
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
