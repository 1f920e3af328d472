package dev.annealer.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads tables out of JSON of any usual shape, in one pass.
final class JsonTableReader {
    private static final int DEEPEST = 64;
    private static final Pattern WHOLE_OBJECT_LINE = Pattern.compile("\\s*\\{.*}\\s*,?\\s*");
    private static final Pattern ODD_TOKEN = Pattern.compile("Unexpected character \\('(.)'|Unrecognized token '([^']{1,40})'");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(1300).build())
            .build();

    private final Watch watch;
    private final JsonWalk walk;
    private final SkippedLines skipped = new SkippedLines();

    JsonTableReader(Watch watch) {
        this.watch = watch;
        walk = new JsonWalk(watch);
    }

    /// Whether text that begins so is JSON.
    static boolean recognises(String sample) {
        String text = sample.stripLeading();
        if (text.startsWith("{")) {
            return text.matches("(?s)\\{\\s*([\"'}]).*");
        }
        return text.matches("(?s)\\[\\s*([\\[({\"'\\]]|([-+]?[\\d.][\\w.+-]{0,40}|null|None|NaN|nan)\\s*[,\\]]).*");
    }

    /// Whether each line is a value of its own.
    static boolean isLines(String sample) {
        List<String> lines = sample.lines().filter(line -> !line.isBlank()).limit(3).toList();
        return lines.size() >= 2
                && WHOLE_OBJECT_LINE.matcher(lines.getFirst()).matches()
                && lines.get(1).stripLeading().startsWith("{");
    }

    Table readLines(Reader text, Map<String, String> dialect) throws IOException, TableException {
        var lines = new BufferedReader(text);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                readLine(line, number);
            }
        }
        return best("JSON lines", dialect);
    }

    private void readLine(String line, long number) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                walk.line(parser);
            } else {
                skipped.add(number, "not a JSON object");
            }
        } catch (JacksonException e) {
            skipped.add(number, "not JSON: " + reason(e));
            // What was read of the broken line must not become part of the next row.
            walk.rowTables().values().forEach(JsonRows::dropRow);
        }
    }

    Table readWhole(Reader text, Map<String, String> dialect) throws TableException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                walk.root(parser);
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw new TableException("the file can't be read: " + io.getMessage(), "check it and try again");
            }
            TokenStreamLocation at = e.getLocation();
            String place = at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new TableException(place, "not JSON: " + reason(e), "mend the file there");
        }
        return best("JSON", dialect);
    }

    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Unexpected end-of-input") || message.contains("end of input")) {
            return "it ends in the middle";
        }
        if (message.contains("nesting depth")) {
            return "it is nested more than " + DEEPEST + " deep";
        }
        Matcher odd = ODD_TOKEN.matcher(message);
        if (odd.find()) {
            return "`" + (odd.group(1) == null ? odd.group(2) : odd.group(1)) + "` does not belong here";
        }
        return message.lines().findFirst().orElse("").replaceAll("\\s*\\(.*", "").replaceAll(":\\s*was expecting.*", "");
    }

    private Table best(String kind, Map<String, String> dialect) throws TableException {
        var candidates = new ArrayList<Table>();
        walk.rowTables().forEach((path, rows) -> {
            if (rows.rows() > 0) {
                candidates.add(table(rowsKind(kind, path, rows), dialect, rows.rowColumns(), path));
            }
        });
        var arrays = new ArrayList<Table>();
        walk.columnTables().forEach((path, columns) ->
                arrays.add(table("JSON object of arrays", dialect, columns.columnsOfOneLength(), path)));
        candidates.addAll(arrays);
        candidates.addAll(SeveralRuns.of(arrays));
        walk.seriesTables().forEach((path, series) ->
                candidates.add(table("JSON array of arrays", dialect, columns(series), path)));
        return candidates.stream()
                .filter(table -> table.columns().stream().anyMatch(column -> column.numeric() > 0))
                .max((a, b) -> Double.compare(worth(a), worth(b)))
                .orElseThrow(() -> new TableException(
                        "there are no numbers in this JSON", "a run has arrays such as \"lr\" and \"loss\", or an "
                                + "object for each step"));
    }

    private static String rowsKind(String kind, String path, JsonRows rows) {
        if (path.endsWith("log_history")) {
            return "Hugging Face trainer state";
        }
        if (rows.areArrays()) {
            return "JSON array of arrays";
        }
        return !path.isEmpty() ? "JSON array of objects" : kind.equals("JSON lines") ? kind : "JSON objects";
    }

    /// Tables whose columns name a learning rate and a loss come first, the longest of them; then those with more numbers.
    private static double worth(Table table) {
        ColumnRoles roles = ColumnRoles.guess(table);
        int named = worth(roles.lrCertainty()) + worth(roles.lossCertainty());
        boolean both = roles.lr().isPresent() && roles.loss().isPresent();
        double size = both ? table.rows() : (double) table.rows() * Math.min(table.columns().size(), 1000);
        return named * 1e12 * (table.rows() > 1 ? 1 : 0.01) + size;
    }

    private static int worth(ColumnRoles.Certainty certainty) {
        return switch (certainty) {
            case NAME -> 4;
            case PART_OF_NAME -> 3;
            case VALUES -> 1;
            case NONE -> 0;
        };
    }

    private static List<Column> columns(List<ColumnBuilder> series) {
        int rows = series.stream().mapToInt(ColumnBuilder::size).max().orElse(0);
        var columns = new ArrayList<Column>();
        for (ColumnBuilder column : series) {
            column.padTo(rows);
            columns.add(column.build().named("column " + (columns.size() + 1)));
        }
        return columns;
    }

    private Table table(String kind, Map<String, String> dialect, List<Column> columns, String path) {
        var words = new LinkedHashMap<>(dialect);
        if (!path.isEmpty()) {
            words.put("inside", path);
        }
        int rows = columns.isEmpty() ? 0 : columns.getFirst().size();
        return new Table(kind, words, columns, rows, skipped.first(), skipped.count());
    }
}
