package dev.annealer.cli;

import java.io.IOException;
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
            if (earlier != null) {
                throw InputException.of(document, target + " is written for " + earlier + " already; rename one of them");
            }
        }
    }

    static void write(Path file, String text) throws IOException {
        createFolderOf(file);
        Files.writeString(file, text);
    }

    static void createFolderOf(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }
}
