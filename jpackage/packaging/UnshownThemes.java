package packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Takes the themes that the window never shows out of AtlantaFX's jar, and the text of those that JavaFX reads in binary form.
record UnshownThemes(Path jar) {
    private static final String FOLDER = "/atlantafx/base/theme";
    private static final Pattern STYLESHEET = Pattern.compile(".*\\.(css|bss)");
    private static final Pattern SHOWN = Pattern.compile("primer-(light|dark)\\.bss");

    void remove() throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path themes = files.getPath(FOLDER);
            if (!Files.isDirectory(themes)) {
                return;
            }
            for (Path file : Folders.list(themes)) {
                String name = file.getFileName().toString();
                if (STYLESHEET.matcher(name).matches() && !SHOWN.matcher(name).matches()) {
                    Files.delete(file);
                }
            }
        }
    }
}
