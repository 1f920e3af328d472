package dev.annealer.table;

import dev.annealer.progress.Progress;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// Reads the scalars of a TensorBoard event file: records of `length, crc, Event, crc`, of which an `Event` is a protocol buffer
/// (`tensorflow/core/util/event.proto`). One row for each step, one column for each tag.
final class EventFileReader {
    private static final int HEADER = 12;
    private static final int LARGEST_RECORD = 256 << 20;
    private static final String VERSION = "brain.Event:";

    private final LinkedHashMap<Long, Map<String, Double>> bySteps = new LinkedHashMap<>();
    private final LinkedHashMap<String, Boolean> tags = new LinkedHashMap<>();
    private final SkippedLines skipped = new SkippedLines();

    private EventFileReader() {}

    /// The first record of an event file says its version.
    static boolean recognises(byte[] start) {
        int end = Math.min(start.length, 100);
        return end > HEADER && new String(start, 0, end, StandardCharsets.ISO_8859_1).contains(VERSION);
    }

    static Table read(Path file, Progress progress) throws IOException, TableException {
        var reader = new EventFileReader();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            reader.readAll(in, progress);
        }
        if (reader.bySteps.isEmpty()) {
            throw new TableException("this event file holds no scalars", "log the learning rate and the loss with add_scalar");
        }
        return reader.table();
    }

    private void readAll(InputStream in, Progress progress) throws IOException {
        long record = 0;
        while (true) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length == 0) {
                return;
            }
            record++;
            long length = header.length < HEADER ? -1 : little(header).getLong(0);
            byte[] event = length < 0 || length > LARGEST_RECORD ? new byte[0] : in.readNBytes((int) length);
            if (event.length != length || in.readNBytes(4).length < 4) {
                skipped.add(record, "the file ends in the middle of a record");
                return;
            }
            readEvent(little(event), record);
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readEvent(ByteBuffer event, long record) {
        try {
            long step = 0;
            ByteBuffer summary = null;
            while (event.hasRemaining()) {
                long key = varint(event);
                if (key >>> 3 == 2 && (key & 7) == 0) {
                    step = varint(event);
                } else if (key >>> 3 == 5 && (key & 7) == 2) {
                    summary = chunk(event);
                } else {
                    skip(event, key);
                }
            }
            if (summary != null) {
                readSummary(summary, step);
            }
        } catch (EOFException e) {
            skipped.add(record, "a broken record");
        }
    }

    private void readSummary(ByteBuffer summary, long step) throws EOFException {
        while (summary.hasRemaining()) {
            long key = varint(summary);
            if (key >>> 3 == 1 && (key & 7) == 2) {
                readValue(chunk(summary), step);
            } else {
                skip(summary, key);
            }
        }
    }

    /// `Value { tag = 1; simple_value = 2; tensor = 8 }`, where a tensor has `float_val = 5` or `tensor_content = 4`.
    private void readValue(ByteBuffer value, long step) throws EOFException {
        String tag = "";
        double number = Double.NaN;
        while (value.hasRemaining()) {
            long key = varint(value);
            int field = (int) (key >>> 3);
            if (field == 1) {
                tag = text(chunk(value));
            } else if (field == 2 && (key & 7) == 5) {
                number = four(value);
            } else if (field == 8) {
                number = tensor(chunk(value));
            } else {
                skip(value, key);
            }
        }
        if (!tag.isEmpty() && !Double.isNaN(number)) {
            tags.put(tag, true);
            bySteps.computeIfAbsent(step, _ -> new LinkedHashMap<>()).put(tag, number);
        }
    }

    private static double tensor(ByteBuffer tensor) throws EOFException {
        double number = Double.NaN;
        while (tensor.hasRemaining()) {
            long key = varint(tensor);
            int field = (int) (key >>> 3);
            if ((field == 4 || field == 5) && (key & 7) == 2) {
                ByteBuffer content = chunk(tensor);
                number = switch (content.remaining()) {
                    case Float.BYTES -> content.getFloat();
                    case Double.BYTES -> content.getDouble();
                    default -> Double.NaN;
                };
            } else if (field == 5 && (key & 7) == 5) {
                number = four(tensor);
            } else {
                skip(tensor, key);
            }
        }
        return number;
    }

    private static double four(ByteBuffer from) throws EOFException {
        require(from, 4);
        return from.getFloat();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static long varint(ByteBuffer from) throws EOFException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            require(from, 1);
            byte next = from.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new EOFException();
    }

    private static ByteBuffer chunk(ByteBuffer from) throws EOFException {
        long length = varint(from);
        require(from, length);
        ByteBuffer chunk = from.slice(from.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + (int) length);
        return chunk;
    }

    private static void skip(ByteBuffer from, long key) throws EOFException {
        switch ((int) (key & 7)) {
            case 0 -> varint(from);
            case 1 -> move(from, 8);
            case 2 -> chunk(from);
            case 5 -> move(from, 4);
            default -> throw new EOFException();
        }
    }

    private static void move(ByteBuffer from, int bytes) throws EOFException {
        require(from, bytes);
        from.position(from.position() + bytes);
    }

    private static void require(ByteBuffer from, long bytes) throws EOFException {
        if (bytes < 0 || from.remaining() < bytes) {
            throw new EOFException();
        }
    }

    private Table table() {
        var rows = new JsonRows();
        bySteps.forEach((step, values) -> {
            rows.put("step", step);
            tags.keySet().forEach(tag -> {
                Double value = values.get(tag);
                if (value != null) {
                    rows.put(tag, value);
                }
            });
            rows.endRow();
        });
        var dialect = new LinkedHashMap<String, String>();
        dialect.put("format", "TFRecord");
        return new Table("TensorBoard event file", dialect, rows.rowColumns(), rows.rows(), skipped.first(), skipped.count());
    }
}
