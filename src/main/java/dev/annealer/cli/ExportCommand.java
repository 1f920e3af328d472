package dev.annealer.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.annealer.export.Exporters;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.storage.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `annealer export`: a document as code.
@Command(name = "export", description = "Writes documents as code, or checks that code in a repository is up to date.")
final class ExportCommand implements Callable<Integer> {
    private static final int CONTEXT_LINES = 3;

    private final Console console;
    private final Outputs.Claims claims = new Outputs.Claims();

    @Parameters(paramLabel = "DOC", arity = "1..*", description = "Documents to export.")
    private List<Path> documents = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            completionCandidates = Formats.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write to FILE in place of standard output.")
    private @Nullable Path file;

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--check", description = "Write nothing; print a diff and exit 1 where a file is not up to date.")
    private boolean check;

    /// The targets' names, for help and completion.
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Exporters.ALL.stream().map(Exporter::id).iterator();
        }
    }

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Exporter exporter = Exporters.named(format).orElseThrow(() -> outputs.usage(
                "there is no format `" + format + "`; use one of " + String.join(", ", new Formats())));
        if (file != null && outputs.folder() != null) {
            throw outputs.usage("--out and --out-dir can't be given together");
        }
        if (file != null && documents.size() > 1) {
            throw outputs.usage(documents.size() + " documents can't be written to one --out; use --out-dir");
        }
        if (check && file == null && outputs.folder() == null) {
            throw outputs.usage("--check needs --out or --out-dir, to know what to check");
        }
        outputs.requireFolderForSeveral(documents, "");
        return console.forEach(documents, document -> export(exporter, document));
    }

    private int export(Exporter exporter, Path path) throws InputException, IOException {
        DocumentFile document = DocumentFile.load(path);
        ExportInput input = input(document);
        String text = code(exporter, input, path);
        Path target = outputs.folder() == null ? file : outputs.folder().resolve(exporter.fileName(input, document.stem()));
        if (target == null) {
            console.out().print(text);
            return ExitCode.DONE;
        }
        claims.claim(target, path);
        if (check) {
            return check(target, text);
        }
        if (exporter.language() != Exporter.Language.JSON) {
            Outputs.requireOther(target, path);
        }
        Outputs.write(target, text);
        return ExitCode.DONE;
    }

    private static String code(Exporter exporter, ExportInput input, Path path) throws InputException {
        return switch (exporter.export(input)) {
            case Export.Code(String text) -> text;
            case Export.NotExpressible(String because, String instead) -> throw InputException.of(
                    path, "not expressible in " + exporter.title() + ", because " + because + "; " + instead);
        };
    }

    private static ExportInput input(DocumentFile file) throws InputException {
        String own = file.document().name();
        try {
            String canonical = DocumentWriter.write(file.document());
            return new ExportInput(own.isBlank() ? file.stem() : own, file.document(), file.schedule(), canonical);
        } catch (DocumentException e) {
            throw InputException.of(file.path(), e.problems());
        }
    }

    private int check(Path target, String text) throws InputException {
        boolean exists = Files.exists(target);
        String found = exists ? written(target) : "";
        if (found.equals(text)) {
            return ExitCode.DONE;
        }
        if (found.replace("\r\n", "\n").equals(text)) {
            console.err().print("annealer: " + target + ": has line ends of Windows, and is the same otherwise; "
                    + "in .gitattributes, `eol=lf` keeps git from changing them\n");
            return ExitCode.FINDINGS;
        }
        List<String> before = lines(found);
        List<String> after = lines(text);
        UnifiedDiffUtils.generateUnifiedDiff(
                        exists ? target.toString() : "/dev/null",
                        target.toString(),
                        before,
                        DiffUtils.diff(before, after),
                        CONTEXT_LINES)
                .forEach(line -> console.out().print(line + "\n"));
        return ExitCode.FINDINGS;
    }

    private static String written(Path target) throws InputException {
        try {
            return new String(Files.readAllBytes(target), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw InputException.of(target, FileFailure.reason(e, "read") + "; name the file that the export was written to");
        }
    }

    /// The last one is empty where the text ends as it should, so that a missing end shows.
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
