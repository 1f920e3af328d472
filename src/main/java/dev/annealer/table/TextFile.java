package dev.annealer.table;

import dev.annealer.progress.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file as text, as often as it is wanted.
///
/// @param size in bytes
record TextFile(Path path, Charset charset, Progress progress, long size) {
    private static final int BUFFER = 1 << 16;

    /// What to do with the text, or with its bytes.
    interface Reading<S, T> {
        T read(S source, Watch watch) throws TableException, IOException;
    }

    /// Whether a byte 10 ends a line and nothing else does, so that it can be cut into lines undecoded.
    boolean hasLinesOfBytes() {
        return !charset.name().startsWith("UTF-16");
    }

    <T> T read(Reading<Reader, T> reading) throws TableException, IOException {
        return readFrom(0, reading);
    }

    /// Without the first bytes.
    <T> T readFrom(long offset, Reading<Reader, T> reading) throws TableException, IOException {
        return readBytes(offset, (in, watch) -> {
            try (Reader text = new BufferedReader(new InputStreamReader(in, charset), BUFFER)) {
                if (offset == 0) {
                    skipMark(text);
                }
                return reading.read(text, watch);
            }
        });
    }

    private static void skipMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    <T> T readBytes(Reading<InputStream, T> reading) throws TableException, IOException {
        return readBytes(0, reading);
    }

    private <T> T readBytes(long offset, Reading<InputStream, T> reading) throws TableException, IOException {
        try (var in = new CountingStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            in.skipNBytes(offset);
            return reading.read(in, new Watch(progress, () -> offset + in.count(), size));
        }
    }

    /// Counts the bytes that have gone through.
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
