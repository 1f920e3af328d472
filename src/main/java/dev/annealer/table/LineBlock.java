package dev.annealer.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/// Some whole lines of a file. Its buffers are used again for the next ones.
final class LineBlock {
    static final int SIZE = 1 << 16;

    private final Dialect dialect;
    private final CharsetDecoder decoder;
    private final byte[] bytes = new byte[SIZE];
    private final char[] text = new char[SIZE];
    private int length;

    /// What the lines hold.
    ///
    /// @param lines how many there are, {@link PlainRows#NOT_PLAIN} where they need a parser that knows quotes
    /// @param bytes how many they take in the file
    record Part(RowSink rows, int lines, int bytes) {
        boolean isPlain() {
            return lines != PlainRows.NOT_PLAIN;
        }
    }

    LineBlock(Dialect dialect) {
        this.dialect = dialect;
        decoder = dialect.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    byte[] bytes() {
        return bytes;
    }

    void setLength(int length) {
        this.length = length;
    }

    Part top() {
        return parse(new RowSink(dialect), true);
    }

    Part below() {
        return parse(RowSink.below(dialect), false);
    }

    private Part parse(RowSink sink, boolean top) {
        CharBuffer chars = CharBuffer.wrap(text);
        decoder.reset().decode(ByteBuffer.wrap(bytes, 0, length), chars, true);
        decoder.flush(chars);
        int from = top && chars.position() > 0 && text[0] == '\uFEFF' ? 1 : 0;
        return new Part(sink, new PlainRows(dialect, sink).read(text, from, chars.position()), length);
    }
}
