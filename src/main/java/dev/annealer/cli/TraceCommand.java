package dev.annealer.cli;

import dev.annealer.trace.TraceCsv.Rows;
import dev.annealer.trace.TraceCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `annealer trace`: the learning rate at every step, as CSV.
@Command(name = "trace", description = "Prints the learning rate and the momentum of every scheduler step as CSV.")
final class TraceCommand implements Callable<Integer> {
    private final Console console;
    private final Outputs.Claims claims = new Outputs.Claims();

    @Parameters(paramLabel = "DOC", arity = "1..*", description = "Documents to trace.")
    private List<Path> documents = List.of();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--from", paramLabel = "T", defaultValue = "0", description = "The first step (default: 0).")
    private long from;

    @Option(names = "--to", paramLabel = "T", description = "The step to stop before (default: the run's end).")
    private @Nullable Long to;

    @Option(names = "--every", paramLabel = "K", defaultValue = "1", description = "Print every K-th step (default: 1).")
    private long every;

    TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkRange();
        outputs.requireFolderForSeveral(documents, "");
        return console.forEach(documents, this::trace);
    }

    private void checkRange() {
        if (from < 0) {
            throw outputs.usage("--from " + from + " is negative");
        }
        if (to != null && to < from) {
            throw outputs.usage("--to " + to + " lies before --from " + from);
        }
        if (every < 1) {
            throw outputs.usage("--every " + every + " is below 1");
        }
    }

    private int trace(Path path) throws InputException, IOException {
        DocumentFile file = DocumentFile.load(path);
        long end = to == null ? file.schedule().steps() : Math.min(to, file.schedule().steps());
        var rows = new Rows(Math.min(from, end), end, every);
        if (outputs.folder() == null) {
            TraceCsv.write(file.schedule(), rows, console.rows());
            return ExitCode.DONE;
        }
        Path target = outputs.folder().resolve(file.stem() + ".csv");
        claims.claim(target, path);
        Outputs.write(target, out -> TraceCsv.write(file.schedule(), rows, out));
        return ExitCode.DONE;
    }
}
