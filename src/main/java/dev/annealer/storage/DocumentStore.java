package dev.annealer.storage;

import dev.annealer.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Documents in files. Remembers what was taken from them and written to them, to notice when somebody else writes the same
/// file. Several threads may ask: what is being saved has not changed.
public final class DocumentStore {
    private static final int BEGINNING = 1 << 16;
    private static final Pattern VERSION = Pattern.compile("\\A\\s*\\{.*\"annealer\"\\s*:", Pattern.DOTALL);
    private static final Pattern SECTIONS = Pattern.compile(
            "\\A\\s*\\{(?=.*\"schedule\"\\s*:\\s*\\{)(?=.*\"(training|optimizer)\"\\s*:\\s*\\{)", Pattern.DOTALL);

    private final Map<Path, byte[]> known = new ConcurrentHashMap<>();

    /// Whether the file begins like a document, be it a good one or not: as opposed to the run that somebody logged.
    ///
    /// @throws IOException where it can't be read
    public static boolean looksLikeDocument(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).replace("\uFEFF", "");
            return VERSION.matcher(beginning).find() || SECTIONS.matcher(beginning).find();
        }
    }

    /// What was in a file, and how it stood there.
    public static final class Content {
        private final Path file;
        private final byte[] bytes;
        private final Document document;

        private Content(Path file, byte[] bytes, Document document) {
            this.file = file;
            this.bytes = bytes;
            this.document = document;
        }

        public Document document() {
            return document;
        }
    }

    /// What is read counts as known when it is {@link #acknowledge(Content) acknowledged}: not everything that is read is taken.
    ///
    /// @throws DocumentException where the file can't be read or is no document
    public static Content read(Path file) throws DocumentException {
        byte[] bytes = bytesOf(file);
        return new Content(file, bytes, DocumentReader.read(bytes));
    }

    /// Writes the canonical text in one step: whatever happens, the file holds the old document or the new one.
    ///
    /// @throws DocumentException where the document is half-typed, or the file can't be written
    public synchronized void save(Path file, Document document) throws DocumentException {
        byte[] bytes = DocumentWriter.write(document).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new DocumentException(FileFailure.reason(e, "written"), "choose another place");
        }
        known.put(key(file), bytes);
    }

    /// Whether the file holds something else than was last taken from it or written to it here. A file that is gone has not
    /// changed: saving brings it back.
    public synchronized boolean hasChanged(Path file) {
        byte[] last = known.get(key(file));
        try {
            return last != null && Files.exists(file) && !Arrays.equals(last, Files.readAllBytes(file));
        } catch (IOException _) {
            return false;
        }
    }

    /// From now on, what was read counts as known.
    public void acknowledge(Content content) {
        known.put(key(content.file), content.bytes);
    }

    /// From now on, what the file holds now counts as known.
    public void acknowledge(Path file) {
        try {
            known.put(key(file), Files.readAllBytes(file));
        } catch (IOException _) {
            known.remove(key(file));
        }
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static byte[] bytesOf(Path file) throws DocumentException {
        try {
            if (Files.isDirectory(file)) {
                throw new DocumentException("this is a folder", "name a document in it");
            }
            if (Files.size(file) > Json.MOST_BYTES) {
                throw new DocumentException("the file has more than 16 MiB", "a document is a few kilobytes: is this the right file?");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DocumentException(FileFailure.reason(e, "read"), "check the name and the permissions");
        }
    }
}
