package dev.annealer.ui.finder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The PyTorch code that records a range test as it should be recorded.
final class RecordingSnippet {
    static final String TEXT = read();

    private static final String RESOURCE = "/dev/annealer/ui/finder/lr_range_test.py";

    private RecordingSnippet() {}

    private static String read() {
        try (InputStream in = RecordingSnippet.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
