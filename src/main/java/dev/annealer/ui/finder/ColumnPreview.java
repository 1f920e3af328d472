package dev.annealer.ui.finder;

import static dev.annealer.document.Numbers.grouped;
import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Numbers;
import dev.annealer.finder.FinderFile;
import dev.annealer.table.Column;
import dev.annealer.table.ColumnRoles.Certainty;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Skipped;
import dev.annealer.table.Table;
import dev.annealer.ui.preferences.ColumnChoice;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The first rows of a table, with what is taken for what; a person may know better.
///
/// @param reason why no run came of it; blank where one did
/// @param isChosen whether a person has chosen a column
record ColumnPreview(FinderFile file, String reason, boolean isChosen) {
    private static final int ROWS = 8;
    private static final int DIGITS = 6;
    private static final int SKIPPED_SHOWN = 3;

    Table table() {
        return file.table();
    }

    ColumnRoles roles() {
        return file.roles();
    }

    private ColumnPreview with(ColumnRoles roles) {
        return new ColumnPreview(new FinderFile(file.name(), file.table(), roles, file.remarks()), reason, true);
    }

    ColumnPreview withLr(int column) {
        return with(roles().withLr(table(), column));
    }

    ColumnPreview withLoss(int column) {
        return with(roles().withLoss(column));
    }

    boolean isComplete() {
        return roles().lr().isPresent() && roles().loss().isPresent();
    }

    /// What is to be remembered; only where it is complete.
    ColumnChoice choice() {
        return new ColumnChoice(columns().get(roles().lr().orElseThrow()), columns().get(roles().loss().orElseThrow()));
    }

    List<String> columns() {
        return table().columns().stream().map(Column::name).toList();
    }

    int rows() {
        return Math.min(ROWS, table().rows());
    }

    String cell(int row, int column) {
        Column values = table().columns().get(column);
        double value = values.get(row);
        if (Double.isNaN(value)) {
            return values.isText() ? get("finder.preview.text") : "\u2014";
        }
        return Numbers.format(value, DIGITS);
    }

    /// How the file is written, and how much of it there is.
    String summary() {
        String dialect = table().dialect().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return get("finder.preview.summary", table().kind(), grouped(table().rows()), Integer.toString(table().columns().size()))
                + (dialect.isEmpty() ? "" : " \u00b7 " + dialect);
    }

    /// What was left out; blank where nothing was.
    String skipped() {
        if (table().skippedCount() == 0) {
            return "";
        }
        String first = table().skipped().stream()
                .limit(SKIPPED_SHOWN)
                .map(ColumnPreview::inWords)
                .collect(Collectors.joining(", "));
        return get("finder.preview.skipped", grouped(table().skippedCount()), first);
    }

    private static String inWords(Skipped line) {
        return get("finder.preview.skipped.line", Long.toString(line.line()), line.why());
    }

    String lrCertainty() {
        return certainty(roles().lr(), roles().lrCertainty());
    }

    String lossCertainty() {
        return certainty(roles().loss(), roles().lossCertainty());
    }

    private String certainty(OptionalInt column, Certainty certainty) {
        boolean given = isChosen && column.isPresent() && certainty == Certainty.NAME;
        return given ? get("finder.certainty.given") : inWords(certainty);
    }

    /// How sure a guess is.
    static String inWords(Certainty certainty) {
        return get("finder.certainty." + certainty.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Columns that hold a number at all.
    List<Integer> candidates() {
        return IntStream.range(0, table().columns().size())
                .filter(i -> table().columns().get(i).numeric() > 0)
                .boxed()
                .toList();
    }
}
