package packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Puts JavaFX's binary form beside each stylesheet of a jar: JavaFX takes that one where there is one, and has no text to parse
/// before the first frame.
///
/// @param runtime a Java runtime with JavaFX's modules
record BinaryStylesheets(Path jar, Path runtime) {
    private static final String CONVERTER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";
    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";

    void write() throws IOException, InterruptedException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            List<Path> sheets = Folders.walk(files.getPath("/")).stream()
                    .filter(path -> path.toString().endsWith(TEXT))
                    .toList();
            for (Path sheet : sheets) {
                Files.write(sheet.resolveSibling(sheet.getFileName().toString().replace(TEXT, BINARY)), converted(sheet));
            }
        }
    }

    private byte[] converted(Path sheet) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stylesheet");
        try {
            Path text = folder.resolve("sheet" + TEXT);
            Path binary = folder.resolve("sheet" + BINARY);
            Files.write(text, Files.readAllBytes(sheet));
            Tools.run(new ProcessBuilder(
                    runtime.resolve("bin/java").toString(), "-m", CONVERTER, text.toString(), binary.toString()));
            return Files.readAllBytes(binary);
        } finally {
            Folders.delete(folder);
        }
    }
}
