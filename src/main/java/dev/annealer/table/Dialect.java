package dev.annealer.table;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How delimited text is written.
///
/// @param splitting how a line becomes cells
/// @param header the columns' names; empty where the file has none
/// @param headerLine the line that they stand on, from 1; 0 where there is none
/// @param indexFirst whether each row has one cell more than the header, at its beginning
/// @param width how many cells a row has
/// @param quotes whether there are any in the beginning of the text
/// @param commentMark what comments begin with
record Dialect(
        Charset charset,
        char delimiter,
        Splitting splitting,
        boolean decimalComma,
        List<String> header,
        long headerLine,
        boolean indexFirst,
        int width,
        boolean quotes,
        char commentMark,
        int comments) {
    /// How a line becomes cells.
    enum Splitting {
        QUOTED,
        BLANKS,
        BRACKETS
    }

    static final char BLANK = ' ';

    Dialect {
        header = List.copyOf(header);
    }

    Dialect with(Splitting changed) {
        return new Dialect(
                charset, delimiter, changed, decimalComma, header, headerLine, indexFirst, width, quotes, commentMark, comments);
    }

    Dialect withQuotes() {
        return new Dialect(
                charset, delimiter, splitting, decimalComma, header, headerLine, indexFirst, width, true, commentMark, comments);
    }

    Map<String, String> inWords() {
        var words = new LinkedHashMap<String, String>();
        words.put("encoding", charset.name());
        words.put("delimiter", switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "blanks";
        });
        words.put("decimal", decimalComma ? "comma" : "point");
        words.put("header", headerLine == 0 ? "none" : "line " + headerLine);
        if (comments > 0) {
            words.put("comments", Integer.toString(comments));
        }
        return words;
    }
}
