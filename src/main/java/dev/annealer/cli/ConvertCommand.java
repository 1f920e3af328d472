package dev.annealer.cli;

import dev.annealer.table.Column;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Skipped;
import dev.annealer.table.Table;
import dev.annealer.table.TableCsv;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `annealer convert`: what the importer understands of a foreign file.
@Command(
        name = "convert",
        description = "Says what is understood of a foreign table: its dialect, columns, rows and problems; writes it "
                + "as plain CSV.")
final class ConvertCommand implements Callable<Integer> {
    private static final int MOST_SKIPPED_SHOWN = 10;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", arity = "1..*", description = "CSV, TSV, JSON, logs, event files.")
    private List<Path> tables = List.of();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description =
            "How to answer (default: text). JSON is one object for one table, an array for several.")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the columns as plain CSV: commas, points, "
            + "UTF-8, one header.")
    private @Nullable Path out;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (out != null && tables.size() > 1) {
            throw new ParameterException(spec.commandLine(), tables.size() + " tables can't be written to one --out; "
                    + "convert one at a time");
        }
        ArrayNode answers = JsonOutput.array();
        int code = console.forEach(tables, path -> convert(path, answers));
        if (format == Format.json && (tables.size() > 1 || !answers.isEmpty())) {
            console.out().print(JsonOutput.text(tables.size() == 1 ? answers.get(0) : answers));
        }
        return code;
    }

    private int convert(Path path, ArrayNode answers) throws InputException, IOException {
        Table table = TableFile.load(path).table();
        ColumnRoles roles = ColumnRoles.guess(table, path.getFileName().toString());
        switch (format) {
            case text -> console.out().print(text(path, table, roles));
            case json -> answers.add(json(path, table, roles));
        }
        if (out != null) {
            Outputs.requireOther(out, path);
            Outputs.write(out, bytes -> {
                var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                TableCsv.write(table, writer);
                writer.flush();
            });
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(Path path, Table table, ColumnRoles roles) {
        ObjectNode answer = JsonOutput.object().put("file", path.toString()).put("kind", table.kind());
        ObjectNode dialect = answer.putObject("dialect");
        table.dialect().forEach(dialect::put);
        ArrayNode columns = answer.putArray("columns");
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String role = roles.roleOf(i);
            columns.addObject()
                    .put("name", column.name())
                    .put("role", role.isEmpty() ? null : role)
                    .put("numeric", column.numeric())
                    .put("missing", column.missing());
        }
        answer.put("rows", table.rows());
        ArrayNode skipped = answer.putArray("skipped");
        table.skipped().forEach(line -> skipped.addObject().put("line", line.line()).put("why", line.why()));
        return answer;
    }

    private static String text(Path path, Table table, ColumnRoles roles) {
        var text = new StringBuilder(Printable.text(path + ": " + table.kind()) + ", " + Amount.of(table.rows(), "row") + "\n");
        table.dialect().forEach((name, value) -> text.append("  " + name + ": " + Printable.text(value) + "\n"));
        var columns = new TextTable("  ");
        columns.row("column", "role", "numbers", "missing");
        columns.alignRight(2, 3);
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            columns.row(
                    column.name(),
                    roles.roleOf(i),
                    column.isText() ? "text" : Integer.toString(column.numeric()),
                    Integer.toString(column.missing()));
        }
        text.append('\n').append(columns);
        if (table.skippedCount() > 0) {
            text.append("\n  skipped: ").append(Amount.of(table.skippedCount(), "line")).append('\n');
            List<Skipped> shown = table.skipped().stream().limit(MOST_SKIPPED_SHOWN).toList();
            shown.forEach(line -> text.append("  line " + line.line() + ": " + Printable.text(line.why()) + "\n"));
            if (table.skippedCount() > shown.size()) {
                text.append("  …\n");
            }
        }
        return text.toString();
    }
}
