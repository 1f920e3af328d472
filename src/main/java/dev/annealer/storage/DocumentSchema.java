package dev.annealer.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema (2020-12) of the document, for editors and for checks without this program.
///
/// It says what can be said of one field at a time: keys, kinds, words and bounds. What lies between fields is for the compiler.
public final class DocumentSchema {
    private static final String RESOURCE = "document.schema.json";

    private DocumentSchema() {}

    /// The schema, as JSON with a final newline.
    public static String text() {
        try (InputStream in = DocumentSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
