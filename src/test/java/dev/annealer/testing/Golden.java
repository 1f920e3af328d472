package dev.annealer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files of `src/test/resources`, found when the tests run.
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /// The files in `folder` whose names end with `ending`, by name; there is at least one.
    public static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            if (found.isEmpty()) {
                throw new AssertionError("no *" + ending + " in " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file beside `file` with another ending.
    public static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }
}
