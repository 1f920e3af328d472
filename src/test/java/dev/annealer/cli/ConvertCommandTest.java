package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.testing.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `convert` as scripts see it.
class ConvertCommandTest {
    private static final Path GERMAN = Path.of("src/test/resources/runs/lrf04_digits_cnn_adamw.csv");

    @TempDir
    private Path folder;

    @Test
    void saysWhatItUnderstood() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "lr;loss;note\n1e-3;2,5;a\n2e-3;;b\nbroken\n3e-3;2,1;c\n4e-3;2,0;c\n");
        CommandRun run = CommandRun.of("convert", file, "--format", "json");
        assertThat(run.code()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(run.out());
        assertThat(answer.propertyNames()).containsExactly("file", "kind", "dialect", "columns", "rows", "skipped");
        assertThat(answer.get("file").asString()).isEqualTo(file.toString());
        assertThat(answer.get("kind").asString()).isEqualTo("CSV");
        assertThat(answer.get("dialect").toString())
                .isEqualTo("{\"encoding\":\"UTF-8\",\"delimiter\":\"semicolon\",\"decimal\":\"comma\",\"header\":\"line 1\"}");
        assertThat(answer.get("columns").toString()).isEqualTo("""
                [{"name":"lr","role":"lr","numeric":4,"missing":0},\
                {"name":"loss","role":"loss","numeric":3,"missing":1},\
                {"name":"note","role":null,"numeric":0,"missing":0}]""");
        assertThat(answer.get("rows").asInt()).isEqualTo(4);
        assertThat(answer.get("skipped").toString()).isEqualTo("[{\"line\":4,\"why\":\"1 cell where there are 3 columns\"}]");
    }

    @Test
    void severalTablesAreAnArray() {
        JsonNode answer = JsonMapper.shared().readTree(CommandRun.of("convert", GERMAN, GERMAN, "--format", "json").out());
        assertThat(answer.isArray()).isTrue();
        assertThat(answer.size()).isEqualTo(2);
    }

    @Test
    void writesPlainCsv() throws Exception {
        Path target = folder.resolve("sub/plain.csv");
        CommandRun run = CommandRun.of("convert", GERMAN, "--out", target);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(GERMAN + ": CSV, 200 rows\n");
        assertThat(Files.readString(target))
                .startsWith("Lernrate,Verlust\n1.0E-7,2.3049089908599854\n1.0969857978923836E-7,2.3071980476379395\n");
    }

    @Test
    void severalTablesHaveNoRoomInOneFile() {
        CommandRun run = CommandRun.of("convert", GERMAN, GERMAN, "--out", folder.resolve("x.csv"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("annealer: 2 tables can't be written to one --out; convert one at a time\n");
    }

    @Test
    void aFolderIsNoTable() {
        CommandRun run = CommandRun.of("convert", folder);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("annealer: " + folder + ": this is a folder; name a file in it\n");
    }
}
