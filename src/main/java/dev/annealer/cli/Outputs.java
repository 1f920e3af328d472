package dev.annealer.cli;

import dev.annealer.storage.AtomicFile;
import dev.annealer.storage.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options that say where a command's results go: standard output, one file, or a folder with a file for each document.
final class Outputs {
    @Option(names = "--out-dir", paramLabel = "DIR", description = "Write a file for each document into DIR.")
    private @Nullable Path folder;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Nullable
    Path folder() {
        return folder;
    }

    /// Several documents can't share one place.
    void requireFolderForSeveral(List<Path> documents, String otherwise) {
        if (documents.size() > 1 && folder == null) {
            throw usage(documents.size() + " documents need --out-dir" + otherwise);
        }
    }

    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /// Notices that two documents would be written to the same file.
    static final class Claims {
        private final Map<Path, Path> claimed = new HashMap<>();

        void claim(Path target, Path document) throws InputException {
            Path earlier = claimed.putIfAbsent(target.toAbsolutePath().normalize(), document);
            if (document.equals(earlier)) {
                throw InputException.of(document, "it is given twice; leave one out");
            }
            if (earlier != null) {
                throw InputException.of(document, target + " is written for " + earlier + " already; rename one of them");
            }
        }
    }

    /// Writes a file as a whole, and the folders above it where they are not there.
    static void write(Path file, AtomicFile.Content content) throws InputException {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw InputException.of(file, FileFailure.reason(e, "written") + "; choose another place for it");
        }
    }

    static void write(Path file, String text) throws InputException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Nobody wants what is read to be replaced by what is made of it.
    static void requireOther(Path target, Path source) throws InputException {
        if (isSame(target, source)) {
            throw InputException.of(
                    target, "this is the file that is read, and writing it would lose what it holds; choose another name");
        }
    }

    private static boolean isSame(Path target, Path source) {
        try {
            return Files.isRegularFile(source) && Files.exists(target) && Files.isSameFile(target, source);
        } catch (IOException _) {
            return false;
        }
    }
}
