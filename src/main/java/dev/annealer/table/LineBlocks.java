package dev.annealer.table;

import java.io.IOException;
import java.io.InputStream;

/// Cuts a file into blocks of whole lines.
final class LineBlocks {
    private final InputStream in;
    private final byte[] rest = new byte[LineBlock.SIZE];
    private int restLength;
    private boolean ended;

    LineBlocks(InputStream in) {
        this.in = in;
    }

    /// Puts the next lines into `block`. There are none at the file's end, and where a line is longer than a block.
    boolean fill(LineBlock block) throws IOException {
        byte[] bytes = block.bytes();
        System.arraycopy(rest, 0, bytes, 0, restLength);
        int length = restLength + in.readNBytes(bytes, restLength, bytes.length - restLength);
        ended = length < bytes.length;
        int whole = ended ? length : afterLastLine(bytes);
        restLength = length - whole;
        System.arraycopy(bytes, whole, rest, 0, restLength);
        block.setLength(whole);
        return whole > 0;
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /// Whether everything has been put into blocks.
    boolean ended() {
        return ended;
    }
}
