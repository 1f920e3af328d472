package dev.annealer.cli;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.python.LoopFinding;
import dev.annealer.python.Remark;
import dev.annealer.python.ScriptFile;
import dev.annealer.python.ScriptFileException;
import dev.annealer.python.ScriptImport;
import dev.annealer.python.ScriptImporter;
import dev.annealer.python.Unresolved;
import dev.annealer.python.value.PyValue;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `annealer import`: the schedule of a PyTorch script as a document.
@Command(
        name = "import",
        description = {
            "Reads the optimizer, the schedulers and the training loop of a PyTorch script (.py or .ipynb) without running it, "
                    + "and prints them as a document.",
            "What the script does not say, such as len(train_loader), is listed on standard error with the number that stands in "
                    + "for it; --set answers it. So is what its loop does wrong. The code is 0 where a document was made, and 3 "
                    + "where there is nothing to import."
        })
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The script.")
    private Path script;

    @Option(names = "--out", paramLabel = "DOC", description = "Write the document to DOC in place of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "What an expression of the script is worth, as in --set 'len(train_loader)=500' or --set args.lr=0.1; "
                    + "goes before what the script says. May be repeated.")
    private List<String> answers = List.of();

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, IOException {
        ScriptImport result = ScriptImporter.read(text(), answers());
        result.unresolved().forEach(this::report);
        result.remarks().forEach(this::report);
        result.findings().forEach(this::report);
        Document document = result.named(script).orElse(null);
        if (document == null) {
            throw InputException.ofLines(result.failures().stream().map(failure -> script + place(failure.line()) + ": " + failure.text()).toList());
        }
        result.failures().forEach(this::report);
        write(document);
        return ExitCode.DONE;
    }

    private String text() throws InputException, IOException {
        try {
            return ScriptFile.read(script);
        } catch (ScriptFileException e) {
            throw InputException.of(script, e.getMessage());
        }
    }

    private Map<String, PyValue> answers() {
        var values = new LinkedHashMap<String, PyValue>();
        for (String answer : answers) {
            int equals = answer.lastIndexOf('=');
            PyValue value = equals < 1 ? null : ScriptImporter.answer(answer.substring(equals + 1)).orElse(null);
            if (value == null) {
                throw new ParameterException(spec.commandLine(), "--set " + answer
                        + " is no NAME=VALUE; give one like 'len(train_loader)=500', with a number or a text in quotes");
            }
            values.put(answer.substring(0, equals), value);
        }
        return values;
    }

    private void write(Document document) throws InputException, IOException {
        try {
            String text = DocumentWriter.write(document);
            if (out == null) {
                console.out().print(text);
            } else {
                Outputs.requireOther(out, script);
                Outputs.write(out, text);
            }
        } catch (DocumentException e) {
            throw InputException.of(script, e.problems());
        }
    }

    private void report(Unresolved missing) {
        say(missing.line(), "unresolved", "`" + missing.expression() + "` (" + missing.purpose() + ") is not in the script; "
                + Numbers.format(missing.standIn()) + " stands in for it: answer with --set '" + missing.expression() + "=…'");
    }

    private void report(Remark remark) {
        say(remark.line(), "note", remark.text());
    }

    private void report(LoopFinding finding) {
        say(finding.line(), finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.rule(), finding.message());
    }

    private void say(int line, String kind, String text) {
        console.err().print(Printable.text(script + place(line) + ": " + kind + ": " + text) + "\n");
    }

    private static String place(int line) {
        return line == 0 ? "" : ":" + line;
    }
}
