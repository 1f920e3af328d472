package dev.annealer.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Tells in which encoding a file is written, from its first bytes.
final class Encodings {
    private static final int UTF16_SHARE = 4;

    private Encodings() {}

    /// @param start the first bytes of the file
    /// @param whole whether there are no more
    static Charset detect(byte[] start, boolean whole) throws TableException {
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        if (startsWith(start, 0x1F, 0x8B)) {
            throw binary(start);
        }
        int zerosAtEven = zeros(start, 0);
        int zerosAtOdd = zeros(start, 1);
        if (zerosAtEven + zerosAtOdd > 0) {
            if (zerosAtOdd * UTF16_SHARE > start.length && zerosAtEven == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (zerosAtEven * UTF16_SHARE > start.length && zerosAtOdd == 0) {
                return StandardCharsets.UTF_16BE;
            }
            throw binary(start);
        }
        if (isUtf8(start, whole)) {
            return StandardCharsets.UTF_8;
        }
        return Charset.forName(hasCyrillicWords(start) ? "windows-1251" : "windows-1252");
    }

    private static TableException binary(byte[] start) {
        if (startsWith(start, 'P', 'K')) {
            return new TableException("this is a zip archive, as spreadsheets and .npz files are", "unpack it, or "
                    + "save the sheet as CSV");
        }
        if (startsWith(start, 0x1F, 0x8B)) {
            return new TableException("this file is compressed by gzip", "unpack it");
        }
        if (startsWith(start, 0x93, 'N')) {
            return new TableException("this is an array of NumPy", "save it with numpy.savetxt");
        }
        if ((start[0] & 0xFF) == 0x80 && start.length > 1 && start[1] <= 5) {
            return new TableException("this is a pickle of Python", "save the learning rates and losses with json.dump");
        }
        return new TableException("this is a binary file, not a table", "export the run as CSV or JSON");
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isUtf8(byte[] bytes, boolean whole) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), whole);
        return !result.isError();
    }

    /// Letters above 0xC0 stand side by side in Cyrillic words, and alone in western ones.
    private static boolean hasCyrillicWords(byte[] bytes) {
        int pairs = 0;
        int letters = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean high = (bytes[i] & 0xFF) >= 0xC0;
            letters += high ? 1 : 0;
            pairs += high && i > 0 && (bytes[i - 1] & 0xFF) >= 0xC0 ? 1 : 0;
        }
        return pairs * 2 > letters;
    }
}
