package dev.annealer.storage;

import dev.annealer.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Unsaved work, in a folder of its own: one draft for each running program, named after its process, so that what a crash
/// left behind is told from what another window is working on.
public final class DraftStore {
    private static final String DRAFT = ".draft.json";
    private static final String ORIGIN = ".origin.txt";

    private final Path folder;
    private final long process;

    /// A draft that no running program owns.
    ///
    /// @param origin the file that it belongs to; null where it has none
    public record Draft(String id, Document document, @Nullable Path origin, Instant time) {}

    public DraftStore(Path folder) {
        this(folder, ProcessHandle.current().pid());
    }

    DraftStore(Path folder, long process) {
        this.folder = folder;
        this.process = process;
    }

    /// Keeps `document` as this program's draft.
    public void save(Document document, @Nullable Path origin) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(file(id(), DRAFT), DocumentWriter.writeDraft(document).getBytes(StandardCharsets.UTF_8));
        String originText = origin == null ? "" : origin.toString();
        AtomicFile.write(file(id(), ORIGIN), originText.getBytes(StandardCharsets.UTF_8));
    }

    /// This program has no unsaved work any more.
    public void clear() throws IOException {
        delete(id());
    }

    /// Drafts that were left behind, the latest first. One that can't be read is passed over.
    public List<Draft> abandoned() {
        var drafts = new ArrayList<Draft>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(DRAFT))
                    .map(name -> name.substring(0, name.length() - DRAFT.length()))
                    .filter(id -> !isOwned(id))
                    .forEach(id -> read(id).ifPresent(drafts::add));
        } catch (IOException _) {
            return List.of();
        }
        drafts.sort(Comparator.comparing(Draft::time).reversed());
        return drafts;
    }

    public void delete(String id) throws IOException {
        Files.deleteIfExists(file(id, DRAFT));
        Files.deleteIfExists(file(id, ORIGIN));
    }

    private String id() {
        return Long.toString(process);
    }

    private Path file(String id, String ending) {
        return folder.resolve(id + ending);
    }

    /// Whether a program runs that may be its own. A number that another program has got by now hides the draft until that
    /// one ends; it is not lost.
    private boolean isOwned(String id) {
        try {
            long owner = Long.parseLong(id);
            return owner == process || ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isPresent();
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private Optional<Draft> read(String id) {
        try {
            Document document = DocumentReader.readDraft(Files.readAllBytes(file(id, DRAFT)));
            Path originFile = file(id, ORIGIN);
            String origin = Files.exists(originFile) ? Files.readString(originFile) : "";
            Instant time = Files.getLastModifiedTime(file(id, DRAFT)).toInstant();
            return Optional.of(new Draft(id, document, origin.isEmpty() ? null : Path.of(origin), time));
        } catch (IOException | DocumentException _) {
            return Optional.empty();
        }
    }
}
