package packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Takes the native libraries of other systems out of a jar: tree-sitter's jars bring theirs for five.
record ForeignLibraries(Path jar) {
    /// As in `lib/x86_64-linux-gnu-tree-sitter.so`.
    private static final List<String> SYSTEMS =
            List.of("aarch64-linux-gnu", "aarch64-macos", "x86_64-linux-gnu", "x86_64-macos", "x86_64-windows");

    void remove() throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path folder = files.getPath("/lib");
            if (!Files.isDirectory(folder)) {
                return;
            }
            for (Path library : Folders.list(folder)) {
                if (foreign().anyMatch(system -> library.getFileName().toString().startsWith(system + "-"))) {
                    Files.delete(library);
                }
            }
        }
    }

    private static Stream<String> foreign() {
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case String other -> other;
        };
        String own = processor + switch (Platform.current()) {
            case LINUX -> "-linux-gnu";
            case MACOS -> "-macos";
            case WINDOWS -> "-windows";
        };
        return SYSTEMS.stream().filter(system -> !system.equals(own));
    }
}
