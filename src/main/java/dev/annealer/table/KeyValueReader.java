package dev.annealer.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads logs whose lines name their numbers: `s:20 trl:4.31 lr:6e-4`, `step 10 | loss: 2.31 | lr=1e-4`.
final class KeyValueReader {
    private static final String NUMBER =
            "([+-]?(?:\\d{1,30}\\.?\\d{0,30}|\\.\\d{1,30})(?:e[+-]?\\d{1,4})?|[+-]?nan|[+-]?inf)";
    private static final String WORD_BEGINS = "(?<![\\w/.\\-])";
    private static final String OF_WHAT = "(?:(?:learning|train|training|val|valid|validation|test|eval|global) )?";
    private static final String NAME = "(" + OF_WHAT + "[a-z_][\\w/.\\-]{0,99}(?:\\[[\\w ]{1,20}])?)";
    private static final String SIGN_BETWEEN = "['\"]?\\s{0,9}[:=]\\s{0,9}[(\\['\"]?";
    private static final Pattern PAIR =
            Pattern.compile(WORD_BEGINS + NAME + SIGN_BETWEEN + NUMBER + "(?![\\w.:-])", Pattern.CASE_INSENSITIVE);
    /// `step 10:`, `train loss 2.31`: without a sign between, only words that are known.
    private static final Pattern WORD_AND_NUMBER = Pattern.compile(
            WORD_BEGINS + "(step|iter|iteration|epoch|batch|" + OF_WHAT + "loss|lr|learning rate)\\s{1,9}" + NUMBER + "(?![\\w.-])",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_COLUMNS = 500;
    private static final double SHARE = 0.6;

    private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
    private final SkippedLines skipped = new SkippedLines();
    private int rows;

    /// Whether most lines of `sample` are such lines, a learning rate or a loss among what they name.
    static boolean recognises(String sample) {
        int lines = 0;
        int matching = 0;
        boolean named = false;
        for (String line : sample.split("\\R")) {
            if (!line.isBlank()) {
                lines++;
                boolean found = PAIR.matcher(line).find() || WORD_AND_NUMBER.matcher(line).find();
                matching += found ? 1 : 0;
                named |= line.matches("(?i).*(lr|loss|trl|learning).*");
            }
        }
        return named && matching >= 2 && matching >= SHARE * lines;
    }

    /// Whether `text` holds a name with its number.
    static boolean namesANumber(String text) {
        return PAIR.matcher(text).find();
    }

    void read(Reader text, Watch watch) throws IOException {
        var lines = new BufferedReader(text);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int before = rows;
            int pairs = take(WORD_AND_NUMBER.matcher(line)) + take(PAIR.matcher(line));
            if (pairs == 0) {
                skipped.add(number, "no `name: number` in it");
            } else {
                rows = before + 1;
            }
            watch.afterRow();
        }
        columns.values().forEach(column -> column.padTo(rows));
    }

    private int take(Matcher matcher) {
        int pairs = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            if (columns.containsKey(name) || columns.size() < MOST_COLUMNS) {
                ColumnBuilder column = columns.computeIfAbsent(name, ColumnBuilder::new);
                column.padTo(rows);
                if (column.size() == rows) {
                    column.add(number(matcher.group(2)));
                }
                pairs++;
            }
        }
        return pairs;
    }

    private static double number(String text) {
        char[] chars = text.toCharArray();
        var cell = new NumberCell(false);
        return cell.parse(chars, 0, chars.length) == NumberCell.Kind.NUMBER ? cell.value() : Double.NaN;
    }

    Table table(Map<String, String> dialect) {
        return new Table(
                "log of names and numbers",
                dialect,
                columns.values().stream().map(ColumnBuilder::build).toList(),
                rows,
                skipped.first(),
                skipped.count());
    }
}
