package dev.annealer.finder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.finder.rule.Trim;
import dev.annealer.progress.Progress;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Broken files by the thousand: what comes of them is a run or a sentence, and it comes at once.
class FinderFuzzTest {
    private static final int ROUNDS = Integer.getInteger("annealer.fuzz.rounds", 3000);
    private static final long SEED = Long.getLong("annealer.fuzz.seed", 20);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    /// The limit is for what would never end.
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void neverFailsOtherwiseThanByASentence() throws Exception {
        List<byte[]> samples = samples();
        Path file = folder.resolve("train_lr.csv");
        int[] outcomes = new int[3];
        for (int round = 0; round < ROUNDS; round++) {
            byte[] broken = broken(samples);
            Files.write(file, broken);
            outcomes[read(file, round, broken)]++;
        }
        assertThat(outcomes).as("runs, tables without a run, and no tables").doesNotContain(0);
    }

    private static int read(Path file, int round, byte[] broken) throws Exception {
        try {
            Table table = TableReader.read(file, Progress.NONE);
            FinderRun run = new FinderFile("x", table, ColumnRoles.guess(table, file.getFileName().toString())).read();
            run.sweeps().forEach(sweep -> Analysis.of(sweep, 0.98, Trim.BY_RULE));
            return 0;
        } catch (FinderException e) {
            assertThat(e.getMessage() + e.remedy()).doesNotContain("Exception");
            return 1;
        } catch (TableException e) {
            assertThat(e.getMessage()).doesNotContain("Exception");
            return 2;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            Path kept = Files.write(Path.of("target", "fuzz-" + SEED + "-" + round), broken);
            throw new AssertionError("round " + round + " of seed " + SEED + ", see " + kept, e);
        }
    }

    private static List<byte[]> samples() throws Exception {
        var samples = new ArrayList<byte[]>();
        for (String folder : List.of("tables", "runs")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
                for (Path file : files.filter(file -> !file.toString().endsWith(".expected")).sorted().toList()) {
                    samples.add(Files.readAllBytes(file));
                }
            }
        }
        return samples;
    }

    private byte[] broken(List<byte[]> samples) throws Exception {
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            bytes = switch (random.nextInt(9)) {
                case 0 -> flipped(bytes);
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                case 2 -> withLines(bytes, true);
                case 3 -> withLines(bytes, false);
                case 4 -> withSwappedCells(bytes);
                case 5 -> inAnotherEncoding(bytes);
                case 6 -> withInserted(bytes);
                case 7 -> repeated(bytes);
                default -> joined(bytes, samples.get(random.nextInt(samples.size())));
            };
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes) {
        int flips = 1 + random.nextInt(20);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] withLines(byte[] bytes, boolean doubled) {
        var lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        int at = random.nextInt(lines.size());
        int to = Math.min(lines.size(), at + 1 + random.nextInt(5));
        if (doubled) {
            lines.addAll(at, List.copyOf(lines.subList(at, to)));
        } else {
            lines.subList(at, to).clear();
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] withSwappedCells(byte[] bytes) {
        String[] cells = new String(bytes, StandardCharsets.ISO_8859_1).splitWithDelimiters("[,;\t\n:]", -1);
        for (int i = 0; i < 3; i++) {
            int a = random.nextInt(cells.length);
            int b = random.nextInt(cells.length);
            String cell = cells[a];
            cells[a] = cells[b];
            cells[b] = cell;
        }
        return String.join("", cells).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] inAnotherEncoding(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.getBytes(Charset.forName(List.of("UTF-16", "UTF-16LE", "UTF-16BE", "windows-1251", "UTF-32").get(random.nextInt(5))));
    }

    private static final List<String> ODDITIES = List.of(
            "\"", "'", "{", "}", "[", "]", "\r", "\n\n", ",", ",,,,,,", ";", "\t", "#", "nan", "inf", "-", "1e999", "1e-400", "\u0000", "\uFEFF",
            "é", "шаг", "9".repeat(500), "[".repeat(200), "{\"a\":".repeat(100), "\"".repeat(99), " ".repeat(3000), "x".repeat(5000), "1,2;3\t4|5",
            "null", "None", "tensor(", "0x10", "1_000", "{}", "[]", "a=1 ", "lr:1 ");

    private byte[] withInserted(byte[] bytes) throws Exception {
        int at = random.nextInt(bytes.length + 1);
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(ODDITIES.get(random.nextInt(ODDITIES.size())).getBytes(StandardCharsets.UTF_8));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private byte[] repeated(byte[] bytes) throws Exception {
        int from = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(400));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            out.write(bytes, from, length);
        }
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    private byte[] joined(byte[] first, byte[] second) throws Exception {
        var out = new ByteArrayOutputStream();
        out.write(first, 0, random.nextInt(first.length));
        int from = random.nextInt(second.length);
        out.write(second, from, second.length - from);
        return out.toByteArray();
    }
}
