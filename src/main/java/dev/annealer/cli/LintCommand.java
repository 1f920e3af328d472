package dev.annealer.cli;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import dev.annealer.lint.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `annealer lint`: what is wrong with a schedule.
@Command(name = "lint", description = "Finds the mistakes of schedules: a finding a line, or JSON.")
final class LintCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Console console;
    private final List<FileFindings> answers = new ArrayList<>();

    @Parameters(paramLabel = "DOC", arity = "1..*", description = "Documents to check.")
    private List<Path> documents = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of: ${COMPLETION-CANDIDATES} (default: text).")
    private Format format = Format.text;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "Exit 1 where a finding is at least this bad: ${COMPLETION-CANDIDATES} (default: error).")
    private FailOn failOn = FailOn.error;

    /// Named as they are typed.
    enum FailOn {
        error,
        warning,
        never;

        boolean isReachedBy(Severity severity) {
            return switch (this) {
                case error -> severity == Severity.ERROR;
                case warning -> severity != Severity.INFO;
                case never -> false;
            };
        }
    }

    /// The JSON answer for one document.
    record FileFindings(String file, List<FoundJson> findings) {
        static FileFindings of(Path file, List<Finding> findings) {
            return new FileFindings(file.toString(), findings.stream().map(FoundJson::of).toList());
        }
    }

    /// The JSON answer for one finding.
    record FoundJson(String rule, String severity, String where, String message, boolean fixable) {
        static FoundJson of(Finding finding) {
            return new FoundJson(
                    finding.rule(),
                    finding.severity().key(),
                    finding.where().path(),
                    finding.message(),
                    finding.fix().isPresent());
        }
    }

    LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int code = console.forEach(documents, this::lint);
        if (format == Format.json) {
            console.out().print(JSON.writeValueAsString(answers) + "\n");
        }
        return code;
    }

    private int lint(Path path) throws InputException {
        DocumentFile file = DocumentFile.load(path);
        List<Finding> findings = Rules.LINTER.lint(file.document(), file.schedule()).findings();
        if (format == Format.text) {
            findings.forEach(finding -> console.out().print(Printable.text(path + ": " + finding) + "\n"));
        }
        answers.add(FileFindings.of(path, findings));
        return findings.stream().map(Finding::severity).anyMatch(failOn::isReachedBy) ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
