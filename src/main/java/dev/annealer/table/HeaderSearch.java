package dev.annealer.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Looks for the line of names above the first row of numbers.
///
/// @param rows the first lines, in cells
/// @param width how many cells most of them have
/// @param comma whether `2,5` is a number
record HeaderSearch(List<List<String>> rows, int width, boolean comma) {
    /// A title and some remarks may stand above a table, but no more.
    private static final int MOST_LINES_ABOVE = 30;

    /// The position of the line of names, or -1: of those as wide as the rows one whose names say what the columns are, else the
    /// first; else such a one with names for more than the rows have; else one that is a cell narrower and right above the
    /// numbers, as pandas and R leave the index without a name.
    int at() {
        int numbers = firstNumbers();
        return first(numbers, row -> row.size() == width && speaks(row))
                .or(() -> first(numbers, row -> row.size() == width))
                .or(() -> first(numbers, row -> row.size() > width && speaks(row)))
                .or(() -> first(numbers, row -> row.size() == width - 1 && row == rows.get(numbers - 1)))
                .orElse(-1);
    }

    private int firstNumbers() {
        int most = Math.min(rows.size(), MOST_LINES_ABOVE);
        return IntStream.range(0, most).filter(i -> isRowOfNumbers(rows.get(i))).findFirst().orElse(most);
    }

    private boolean isRowOfNumbers(List<String> row) {
        boolean fits = row.size() == width || row.size() == width - 1;
        return fits && (row.stream().anyMatch(this::isNumber) || row.stream().allMatch(String::isBlank));
    }

    private Optional<Integer> first(int end, Predicate<List<String>> wanted) {
        return IntStream.range(0, end).filter(i -> isNames(rows.get(i)) && wanted.test(rows.get(i))).boxed().findFirst();
    }

    /// Column names such as `0` and `nan` do not count as names.
    private boolean isNames(List<String> row) {
        return row.stream().noneMatch(this::isNumber) && !row.stream().allMatch(String::isBlank);
    }

    private static boolean speaks(List<String> row) {
        return FileKinds.hasRoleByName(row.stream().map(DialectSniffer::cleaned).toList());
    }

    private boolean isNumber(String cell) {
        return !cell.isBlank() && NumberCell.isNumber(cell, comma);
    }
}
