package dev.annealer.cli;

import dev.annealer.storage.DocumentSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `annealer schema`: the JSON Schema of the document.
@Command(
        name = "schema",
        description = "Prints the JSON Schema (2020-12) of the document, for editors and for checks without this program.")
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(DocumentSchema.text());
        return ExitCode.DONE;
    }
}
