package packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What is done to whole folders.
final class Folders {
    /// That of the build's other files, see `project.build.outputTimestamp`.
    private static final FileTime TIMESTAMP = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Folders() {}

    /// The files of `folder` itself, in the order of their names.
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// All files and folders within, parents before children.
    static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : walk(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    static Path copyInto(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.copy(file, folder.resolve(file.getFileName().toString()));
    }

    /// With everything within, and its modification times.
    static void copy(Path folder, Path target) throws IOException {
        for (Path path : walk(folder)) {
            Files.copy(
                    path,
                    target.resolve(folder.relativize(path).toString()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    static Path write(Path file, String text, String permissions) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    /// Gives everything one modification time: an AOT cache is bound to those of the jars, a package should not depend on the
    /// hour of its making.
    static void stamp(Path folder) throws IOException {
        for (Path path : walk(folder)) {
            if (!Files.isSymbolicLink(path)) {
                Files.setLastModifiedTime(path, TIMESTAMP);
            }
        }
    }

    /// In bytes.
    static long size(Path folder) throws IOException {
        return walk(folder).stream().filter(Files::isRegularFile).mapToLong(Folders::sizeOf).sum();
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
