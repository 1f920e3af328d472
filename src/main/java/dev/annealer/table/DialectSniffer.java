package dev.annealer.table;

import dev.annealer.table.Dialect.Splitting;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises the dialect of delimited text from its beginning.
final class DialectSniffer {
    private static final List<Character> DELIMITERS = List.of('\t', ';', '|', ',');
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?(\\d*|\\d{1,3}(\\.\\d{3})+),\\d+([eE][+-]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?");
    private static final Pattern SEPARATOR_FOR_EXCEL = Pattern.compile("(?i)\"?sep=.\"?\\s*");
    private static final int MOST_LINES = 200;
    private static final int MOST_LINES_OF_A_RECORD = 20;

    private final List<Line> lines = new ArrayList<>();
    private final List<Line> comments = new ArrayList<>();

    private record Line(long number, String text) {}

    private record Candidate(char delimiter, Splitting splitting, int width, double agreement, double numbers) {
        double score() {
            return agreement * (1 + numbers) + 0.01 * Math.min(width, 20);
        }
    }

    /// @param sample the beginning of the text
    /// @param whole whether it is all of it; else the last line may be cut and does not count
    DialectSniffer(String sample, boolean whole) {
        String[] all = sample.split("\r\n|\n|\r", -1);
        int end = whole || all.length < 2 ? all.length : all.length - 1;
        int i = 0;
        while (i < end && lines.size() < MOST_LINES) {
            int last = endOfRecord(all, i, end);
            String text = String.join("\n", List.of(all).subList(i, last + 1));
            if (!text.isBlank()) {
                (isComment(text) ? comments : lines).add(new Line(i + 1L, text));
            }
            i = last + 1;
        }
    }

    static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("%") || SEPARATOR_FOR_EXCEL.matcher(text).matches();
    }

    /// The line on which a quoted cell that spans lines ends; where none does, the line itself.
    private static int endOfRecord(String[] lines, int from, int end) {
        boolean inside = false;
        for (int i = from; i < Math.min(end, from + MOST_LINES_OF_A_RECORD); i++) {
            inside = Cells.endsInsideQuotes(lines[i], inside);
            if (!inside) {
                return i;
            }
        }
        return from;
    }

    /// Empty where the lines have no cells in common.
    Optional<Dialect> sniff(Charset charset) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return candidates().stream()
                .max((a, b) -> Double.compare(a.score(), b.score()))
                .map(candidate -> withHeader(charset, candidate));
    }

    private List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        for (char delimiter : DELIMITERS) {
            for (Splitting splitting : List.of(Splitting.QUOTED, Splitting.BRACKETS)) {
                candidate(delimiter, splitting).ifPresent(candidates::add);
            }
        }
        candidate(Dialect.BLANK, Splitting.BLANKS).ifPresent(candidates::add);
        return candidates;
    }

    private Optional<Candidate> candidate(char delimiter, Splitting splitting) {
        List<List<String>> rows = lines.stream().map(line -> split(line.text(), delimiter, splitting)).toList();
        int width = commonWidth(rows);
        boolean single = width == 1 && delimiter == ',' && splitting == Splitting.QUOTED;
        if (width < 2 && !single) {
            return Optional.empty();
        }
        boolean comma = usesDecimalComma(delimiter, rows);
        int agreeing = 0;
        int cells = 0;
        int numbers = 0;
        for (List<String> row : rows) {
            if (row.size() == width) {
                agreeing++;
                for (String cell : row) {
                    cells++;
                    numbers += cell.isBlank() || NumberCell.isNumber(cell, comma) ? 1 : 0;
                }
            }
        }
        // Brackets are looked at only where that makes a difference.
        double preference = splitting == Splitting.BRACKETS ? -0.05 : splitting == Splitting.BLANKS ? -0.1 : 0;
        double agreement = (double) agreeing / rows.size();
        return Optional.of(new Candidate(
                delimiter, splitting, width, Math.max(0, agreement + preference), (double) numbers / Math.max(1, cells)));
    }

    /// How many cells most lines have; of the data rather than of the header where there are few lines.
    private static int commonWidth(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int last = rows.getLast().size();
        return counts.entrySet().stream()
                .max((a, b) -> a.getValue().equals(b.getValue())
                        ? Boolean.compare(a.getKey() == last, b.getKey() == last)
                        : Integer.compare(a.getValue(), b.getValue()))
                .orElseThrow()
                .getKey();
    }

    /// Whether `2,5` is a number here. `1,000` is so, too, unless points part the decimals; between commas it never is.
    private static boolean usesDecimalComma(char delimiter, List<List<String>> rows) {
        List<String> cells = rows.stream().flatMap(List::stream).map(String::strip).toList();
        List<String> withComma = cells.stream().filter(cell -> WITH_COMMA.matcher(cell).matches()).toList();
        boolean onlyThousands = withComma.stream().allMatch(cell -> THOUSANDS.matcher(cell).matches());
        boolean points = delimiter == ',' || cells.stream().anyMatch(cell -> WITH_POINT.matcher(cell).matches());
        return !withComma.isEmpty() && !(onlyThousands && points);
    }

    static List<String> split(String line, char delimiter, Splitting splitting) {
        return switch (splitting) {
            case BLANKS -> Cells.atBlanks(line);
            case BRACKETS -> Cells.outsideBrackets(line, delimiter);
            case QUOTED -> quoted(line, delimiter);
        };
    }

    /// As FastCSV will: quotes protect delimiters, brackets do not.
    private static List<String> quoted(String line, char delimiter) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (inside || cell.toString().isBlank())) {
                boolean escaped = inside && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append(c);
                    i++;
                } else {
                    inside = !inside;
                }
            } else if (c == delimiter && !inside) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private Dialect withHeader(Charset charset, Candidate candidate) {
        List<List<String>> rows = lines.stream()
                .map(line -> split(line.text(), candidate.delimiter(), candidate.splitting()))
                .toList();
        boolean comma = usesDecimalComma(candidate.delimiter(), rows);
        int headerAt = new HeaderSearch(rows, candidate.width(), comma).at();
        List<String> names = headerAt < 0 ? List.of() : rows.get(headerAt);
        long headerLine = headerAt < 0 ? 0 : lines.get(headerAt).number();
        if (headerAt < 0) {
            Optional<Line> above = commentHeader(candidate, lines.getFirst().number());
            if (above.isPresent()) {
                names = split(withoutMark(above.get().text()), candidate.delimiter(), candidate.splitting());
                headerLine = above.get().number();
            }
        }
        boolean indexFirst = !names.isEmpty() && candidate.width() == names.size() + 1 && !endsEmpty(rows, candidate.width());
        return new Dialect(
                charset,
                candidate.delimiter(),
                candidate.splitting(),
                comma,
                names.stream().map(DialectSniffer::cleaned).toList(),
                headerLine,
                indexFirst,
                candidate.width(),
                lines.stream().anyMatch(line -> line.text().indexOf('"') >= 0),
                comments.isEmpty() || !comments.getLast().text().stripLeading().startsWith("%") ? '#' : '%',
                comments.size());
    }

    static String cleaned(String name) {
        return name.replace('\u00A0', ' ').replace("\uFEFF", "").strip();
    }

    private Optional<Line> commentHeader(Candidate candidate, long firstRow) {
        return comments.stream()
                .filter(line -> line.number() < firstRow)
                .reduce((_, last) -> last)
                .filter(line -> split(withoutMark(line.text()), candidate.delimiter(), candidate.splitting()).size()
                        == candidate.width());
    }

    private static String withoutMark(String comment) {
        return comment.strip().replaceFirst("^[#%]+\\s*", "");
    }

    private static boolean endsEmpty(List<List<String>> rows, int width) {
        return rows.stream().filter(row -> row.size() == width).allMatch(row -> row.getLast().isBlank());
    }
}
