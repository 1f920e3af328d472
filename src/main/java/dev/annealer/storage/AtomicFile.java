package dev.annealer.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Replaces a file as a whole: written beside it, forced to the disk, then renamed over it. What is no file, such as a pipe,
/// `/dev/stdout` or a link to nothing, is written to as it is.
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /// What is written.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Whatever happens, the file holds what it held before or the whole content.
    ///
    /// @throws IOException where it can't be written, or what `content` throws
    public static void write(Path file, Content content) throws IOException {
        boolean somethingElse = Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file);
        if (somethingElse) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                content.writeTo(out);
            }
            return;
        }
        // Through a link the file it points to is replaced, not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        // Of a length that fits where the target's own name does; with the permissions that new files have.
        String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path temporary = folder.resolve(".annealer-" + unique + ".tmp");
        try {
            writeAndForce(temporary, content);
            keepPermissions(target, temporary);
            replace(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    private static void writeAndForce(Path file, Content content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        if (Files.exists(target) && Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        }
    }

    private static void replace(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// So that the rename outlives a power cut; not every platform can do it.
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // The file itself is safe on disk.
        }
    }
}
