package dev.annealer.storage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// Bytes to a JSON tree, within limits that keep a hostile file harmless, and with every number exact.
final class Json {
    /// A file of more bytes is no document that a person wrote.
    static final int MOST_BYTES = 16 << 20;

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 1300;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_STRING = 1_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static JsonNode parse(byte[] bytes) throws DocumentException {
        if (bytes.length > MOST_BYTES) {
            throw new DocumentException("the file has more than 16 MiB", "a document is a few kilobytes: is this the right file?");
        }
        String text = decode(bytes);
        if (text.isBlank()) {
            throw new DocumentException("the file is empty", "a document is a JSON object with \"annealer\": 1");
        }
        try {
            return JsonTree.read(FACTORY, text);
        } catch (StreamConstraintsException e) {
            throw new DocumentException(limit(e), "a document needs nothing like it: is this the right file?");
        } catch (JacksonException e) {
            throw new DocumentException(reason(e), "mend the JSON there");
        }
    }

    /// A leading byte-order mark is dropped.
    private static String decode(byte[] bytes) throws DocumentException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DocumentException("the file is not UTF-8 text", "save it as UTF-8, or choose another file");
        }
    }

    private static String limit(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return "the JSON is nested more than " + DEEPEST + " deep";
        }
        return message.contains("Number") ? "a number has more than " + LONGEST_NUMBER + " digits" : "a text or a key is too long";
    }

    private static String reason(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return where + inWords(String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
    }

    /// Jackson's messages speak to programmers; the first part of most says enough.
    private static String inWords(String message) {
        if (message.startsWith("Duplicate")) {
            return "the key `" + message.replaceAll(".*[Pp]roperty [\"'](.*)[\"'].*", "$1") + "` stands twice";
        }
        if (message.startsWith("Trailing token")) {
            return "something follows after the document's end";
        }
        if (message.startsWith("Exponent of ")) {
            return "the exponent of `" + message.substring("Exponent of ".length()) + "` is beyond any number that can be used";
        }
        if (message.startsWith("Non-standard token")) {
            return "not JSON: " + message.replaceAll(".*'(.*)'.*", "$1") + " is no number of JSON";
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return "not JSON: the file ends in the middle";
        }
        String character = message.replaceAll("^Unexpected character \\('(.)'.*", "$1");
        return "not JSON: " + (character.length() == 1
                ? "`" + character + "` does not belong here"
                : message.replaceAll("\\s*\\(.*", "").replaceAll(":\\s*was expecting.*", ""));
    }
}
