package dev.annealer.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Standard output, which remembers why it could not be written: a `PrintStream` over it tells nobody.
final class StandardOutput extends OutputStream {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /// Null as long as all was written.
    @Nullable
    IOException failure() {
        return failure;
    }

    /// Whether who reads it has seen enough, as `head` does: that is no failure of ours.
    boolean readerIsGone() {
        return failure != null && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        attempt(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    private interface Task {
        void run() throws IOException;
    }

    private void attempt(Task task) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            task.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
