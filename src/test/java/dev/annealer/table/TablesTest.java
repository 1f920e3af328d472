package dev.annealer.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A file of each dialect and kind, against what the script that wrote it says is in it.
class TablesTest {
    private static final Path FOLDER = Path.of("src/test/resources/tables");
    private static final String EXPECTED = ".expected";

    static List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXPECTED))
                    .map(name -> name.substring(0, name.length() - EXPECTED.length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereIsOneOfEachKind() throws Exception {
        assertThat(names()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isRead(String name) throws Exception {
        Table table = TableReader.read(FOLDER.resolve(name), Progress.NONE);
        List<String> expected = Files.readAllLines(FOLDER.resolve(name + EXPECTED)).stream().map(TablesTest::inJava).toList();
        assertThat(facts(name, table, expected)).containsExactlyElementsOf(expected);
    }

    /// What was read, in the words of the expectation; of the dialect only what is expected of it.
    private static List<String> facts(String name, Table table, List<String> expected) {
        ColumnRoles roles = ColumnRoles.guess(table, name);
        var facts = new ArrayList<>(List.of("kind\t" + table.kind(), "rows\t" + table.rows()));
        role(facts, table, "lr", roles.lr());
        role(facts, table, "loss", roles.loss());
        role(facts, table, "step", roles.step());
        if (roles.scale() != ColumnRoles.LrScale.LINEAR) {
            facts.add("scale\t" + roles.scale());
        }
        expected.stream()
                .filter(line -> line.startsWith("dialect\t"))
                .map(line -> line.split("\t")[1])
                .forEach(key -> facts.add("dialect\t" + key + "\t" + table.dialect().get(key)));
        table.columns().forEach(column -> facts.add("column\t" + column.name() + "\t" + values(column)));
        table.skipped().forEach(line -> facts.add("skipped\t" + line.line()));
        return facts;
    }

    private static void role(List<String> facts, Table table, String role, OptionalInt position) {
        position.ifPresent(at -> facts.add(role + "\t" + table.columns().get(at).name()));
    }

    private static String values(Column column) {
        return String.join(" ", Arrays.stream(column.toArray()).mapToObj(value -> Double.isNaN(value) ? "-" : value + "").toList());
    }

    /// An expected line with its numbers as Java writes them.
    private static String inJava(String line) {
        if (!line.startsWith("column\t")) {
            return line;
        }
        String[] parts = line.split("\t");
        String values = Arrays.stream(parts[2].split(" "))
                .map(cell -> cell.equals("-") ? cell : Double.parseDouble(cell.replace("inf", "Infinity")) + "")
                .collect(Collectors.joining(" "));
        return "column\t" + parts[1] + "\t" + values;
    }
}
