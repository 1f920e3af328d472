package dev.annealer.cli;

import dev.annealer.finder.Analysis;
import dev.annealer.finder.FinderException;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.Smoothing;
import dev.annealer.finder.rule.Trim;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

/// `annealer find`: the picks of LR range tests.
@Command(
        name = "find",
        description = {
            "Reads LR range tests and picks learning rates by each library's rule.",
            "A file with learning rates alone and one with losses alone are joined by step."
        })
final class FindCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CSV", arity = "1..*", description = "CSV, TSV, JSON, logs, event files.")
    private List<Path> files = List.of();

    @Option(names = "--lr", paramLabel = "COLUMN", description = "The column of learning rates (default: guessed).")
    private @Nullable String lr;

    @Option(names = "--loss", paramLabel = "COLUMN", description = "The column of losses (default: guessed).")
    private @Nullable String loss;

    @Option(names = "--smooth", paramLabel = "BETA", defaultValue = "" + Smoothing.DEFAULT_BETA, description =
            "Exponential smoothing of the losses, 0 (none: the curve of the file) to " + Smoothing.GREATEST_BETA
                    + " (default: 0.98, fastai's).")
    private double smooth;

    @Option(names = "--skip-start", paramLabel = "N", description = "Skip N points at the start, in place of each "
            + "rule's own number.")
    private @Nullable Integer skipStart;

    @Option(names = "--skip-end", paramLabel = "N", description = "Skip N points at the end, in place of each rule's own number.")
    private @Nullable Integer skipEnd;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "How to answer (default: text).")
    private Format format = Format.text;

    FindCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        checkNumbers();
        var tables = new ArrayList<FinderFile>();
        int code = console.forEach(files, path -> {
            tables.add(load(path));
            return ExitCode.DONE;
        });
        var answers = new ArrayList<FindAnswer>();
        code = Math.max(code, console.forEach(joined(tables), file -> {
            answers.addAll(find(file));
            return ExitCode.DONE;
        }));
        print(answers);
        return code;
    }

    private void checkNumbers() {
        if (!(smooth >= 0 && smooth <= Smoothing.GREATEST_BETA)) {
            throw usage("--smooth " + smooth + " is not between 0 and " + Smoothing.GREATEST_BETA);
        }
        if (skipStart != null && skipStart < 0) {
            throw usage("--skip-start " + skipStart + " is negative");
        }
        if (skipEnd != null && skipEnd < 0) {
            throw usage("--skip-end " + skipEnd + " is negative");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private FinderFile load(Path path) throws InputException, IOException {
        Table table = TableFile.load(path).table();
        ColumnRoles roles = ColumnRoles.guess(table, path.getFileName().toString());
        if (lr != null) {
            roles = roles.withLr(table, table.indexOf(lr));
        }
        if (loss != null) {
            roles = roles.withLoss(table.indexOf(loss));
        }
        return new FinderFile(path.toString(), table, roles);
    }

    private static List<FinderFile> joined(List<FinderFile> tables) throws InputException {
        try {
            return FinderFile.joined(tables);
        } catch (TableException e) {
            throw InputException.of(Path.of(tables.getLast().name()), e.getMessage());
        }
    }

    private List<FindAnswer> find(FinderFile file) throws InputException {
        requireColumn(file, lr, file.roles().lr());
        requireColumn(file, loss, file.roles().loss());
        if (file.roles().lr().isPresent() && file.roles().lr().equals(file.roles().loss())) {
            throw InputException.of(Path.of(file.name()), "the learning rate and the loss can't both be the column `"
                    + file.table().columns().get(file.roles().lr().getAsInt()).name() + "`; name them with --lr and --loss");
        }
        try {
            FinderRun run = file.read();
            var trim = new Trim(optional(skipStart), optional(skipEnd));
            return run.sweeps().stream()
                    .map(sweep -> new FindAnswer(file, run, Analysis.of(sweep, smooth, trim)))
                    .toList();
        } catch (FinderException e) {
            throw InputException.of(Path.of(file.name()), e.getMessage() + "; " + e.remedy());
        }
    }

    private static void requireColumn(FinderFile file, @Nullable String wanted, OptionalInt found) throws InputException {
        if (wanted != null && found.isEmpty()) {
            throw InputException.of(
                    Path.of(file.name()), "there is no column `" + wanted + "`; name one of " + file.table().namesInShort());
        }
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private void print(List<FindAnswer> answers) {
        switch (format) {
            case text -> console.out().print(String.join("\n", answers.stream().map(FindAnswer::text).toList()));
            case json -> {
                ArrayNode array = JsonOutput.array();
                answers.forEach(answer -> array.add(answer.json()));
                console.out().print(JsonOutput.text(array));
            }
        }
    }
}
