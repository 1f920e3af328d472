package dev.annealer.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks once through JSON and collects all that could be a table: arrays of objects, arrays of arrays, arrays of numbers side by
/// side, objects keyed by 0, 1, 2 …
final class JsonWalk {
    /// More arrays in one array are rows, not columns.
    private static final int MOST_SERIES = 8;

    private static final int MOST_TABLES = 1000;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

    private final Map<String, JsonRows> rowTables = new LinkedHashMap<>();
    private final Map<String, JsonRows> columnTables = new LinkedHashMap<>();
    private final Map<String, List<ColumnBuilder>> seriesTables = new LinkedHashMap<>();
    private final Watch watch;

    JsonWalk(Watch watch) {
        this.watch = watch;
    }

    Map<String, JsonRows> rowTables() {
        return rowTables;
    }

    Map<String, JsonRows> columnTables() {
        return columnTables;
    }

    /// The arrays of an array, where they are few and long: each a column.
    Map<String, List<ColumnBuilder>> seriesTables() {
        return seriesTables;
    }

    /// An object that is a row and nothing else.
    void line(JsonParser parser) {
        row(parser, "");
    }

    private void row(JsonParser parser, String path) {
        new JsonRowObject(rowTable(path), columnTable(path)).read(parser);
        watch.afterRow();
    }

    /// One value at the top: an object is a row as well.
    void root(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            JsonRows rows = rowTable("");
            object(parser, "", rows, "");
            rows.endRow();
            watch.afterRow();
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            array(parser, "", "values");
        }
    }

    /// @param row where scalars go
    /// @param prefix of their names in the row
    private void object(JsonParser parser, String path, JsonRows row, String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            String inside = path.isEmpty() ? key : path + "/" + key;
            switch (token) {
                case START_OBJECT -> {
                    if (isIndex(key)) {
                        row(parser, path);
                    } else {
                        object(parser, inside, row, prefix + key + "/");
                    }
                }
                case START_ARRAY -> array(parser, path, key);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path, key, row, prefix, parser.getDoubleValue());
                case VALUE_STRING -> JsonRowObject.text(row, prefix + key, parser.getString());
                case VALUE_NULL -> {
                    if (isIndex(key) && !path.isEmpty()) {
                        indexed(path, Column.MISSING);
                    }
                }
                default -> { }
            }
        }
    }

    private void number(String path, String key, JsonRows row, String prefix, double value) {
        if (isIndex(key) && !path.isEmpty()) {
            indexed(path, value);
        } else {
            row.put(prefix + key, value);
            keyed(path, key, value);
        }
    }

    /// `{"lr": {"0": 1e-7, …}}`: a column called lr.
    private void indexed(String path, double value) {
        int slash = path.lastIndexOf('/');
        JsonRows columns = columnTable(slash < 0 ? "" : path.substring(0, slash));
        String name = path.substring(slash + 1);
        if (Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(Column.MISSING)) {
            columns.appendMissing(name);
        } else {
            columns.append(name, value);
        }
    }

    /// `{"1e-5": 2.3, "1e-4": 2.1, …}`: the keys are learning rates.
    private void keyed(String path, String key, double value) {
        if (DECIMAL.matcher(key).matches()) {
            columnTable(path).append("key", Double.parseDouble(key));
            columnTable(path).append("value", value);
        }
    }

    private static boolean isIndex(String key) {
        return !key.isEmpty() && key.length() <= 9 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private JsonRows columnTable(String path) {
        return table(columnTables, path);
    }

    private JsonRows rowTable(String path) {
        return table(rowTables, path);
    }

    /// Where there are too many, what follows is no table and is forgotten.
    private static JsonRows table(Map<String, JsonRows> tables, String path) {
        return tables.size() < MOST_TABLES
                ? tables.computeIfAbsent(path, _ -> new JsonRows())
                : tables.getOrDefault(path, new JsonRows());
    }

    /// @param path of the object that the array stands in
    /// @param key the array's own
    private void array(JsonParser parser, String path, String key) {
        String inside = path.isEmpty() ? key : path + "/" + key;
        var texts = new ArrayList<String>();
        var series = new ArrayList<ColumnBuilder>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY && token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> row(parser, inside);
                case START_ARRAY -> {
                    var own = new ColumnBuilder(series.isEmpty() ? key : "column " + (series.size() + 1));
                    nested(parser, inside, path, key, series.size() <= MOST_SERIES ? own : null);
                    if (series.size() <= MOST_SERIES) {
                        series.add(own);
                    }
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    columnTable(path).append(key, parser.getDoubleValue());
                    watch.afterRow();
                }
                case VALUE_STRING -> text(texts, path, key, parser.getString());
                case VALUE_NULL -> columnTable(path).appendMissing(key);
                default -> { }
            }
        }
        if (key.equals("columns") && !texts.isEmpty()) {
            rowTable(path.isEmpty() ? "data" : path + "/data").nameColumns(texts);
        }
        if (!series.isEmpty() && series.size() <= MOST_SERIES && series.getFirst().size() > series.size()) {
            seriesTables.put(inside, series);
            columnTable(path).replace(series.getFirst());
        }
    }

    private void text(List<String> texts, String path, String key, String text) {
        char[] chars = text.toCharArray();
        var cell = new NumberCell(false);
        if (cell.parse(chars, 0, chars.length) == NumberCell.Kind.NUMBER) {
            columnTable(path).append(key, cell.value());
        } else if (texts.size() < 1000) {
            texts.add(text);
        }
    }

    /// An array inside of an array is a row, and the values of one column where it holds one number.
    ///
    /// @param series takes its numbers, too, where it may be a column
    private void nested(JsonParser parser, String inside, String path, String key, @Nullable ColumnBuilder series) {
        JsonRows rows = rowTable(inside);
        var names = new ArrayList<String>();
        int position = 0;
        double first = Double.NaN;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY && token != null; token = parser.nextToken()) {
            if (token.isNumeric()) {
                first = position == 0 ? parser.getDoubleValue() : first;
                rows.put(Integer.toString(position), parser.getDoubleValue());
                if (series != null) {
                    series.add(parser.getDoubleValue());
                }
            } else if (token == JsonToken.VALUE_STRING) {
                names.add(parser.getString());
                JsonRowObject.text(rows, Integer.toString(position), parser.getString());
            } else {
                parser.skipChildren();
            }
            position++;
        }
        if (rows.rows() == 0 && names.size() == position && position > 0) {
            rows.nameColumns(names);
        }
        rows.endRow();
        if (position > 0) {
            columnTable(path).append(key, first);
        }
        watch.afterRow();
    }
}
