package dev.annealer.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.export.Exporters;
import dev.annealer.export.target.Exporter;
import dev.annealer.export.target.Exporter.Language;
import dev.annealer.testing.Exports;
import dev.annealer.ui.export.Highlighter.Kind;
import dev.annealer.ui.export.Highlighter.Piece;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {
    @Test
    void tellsWordsNumbersStringsAndCommentsApart() {
        assertThat(Highlighter.highlight("def f(x): return 3e-4  # not \"1\"", Language.PYTHON).getFirst())
                .containsExactly(
                        new Piece("def", Kind.KEYWORD),
                        new Piece(" f(x): ", Kind.PLAIN),
                        new Piece("return", Kind.KEYWORD),
                        new Piece(" ", Kind.PLAIN),
                        new Piece("3e-4", Kind.NUMBER),
                        new Piece("  ", Kind.PLAIN),
                        new Piece("# not \"1\"", Kind.COMMENT));
        assertThat(Highlighter.highlight("{\"lr1\": 1e-5}", Language.JSON).getFirst())
                .containsExactly(
                        new Piece("{", Kind.PLAIN),
                        new Piece("\"lr1\"", Kind.STRING),
                        new Piece(": ", Kind.PLAIN),
                        new Piece("1e-5", Kind.NUMBER),
                        new Piece("}", Kind.PLAIN));
    }

    @Test
    void floorDivisionInPythonIsNoComment() {
        assertThat(Highlighter.highlight("a = k // 2", Language.PYTHON).getFirst())
                .noneMatch(piece -> piece.kind() == Kind.COMMENT);
    }

    @Test
    void losesNoCharacterOfAnExport() throws Exception {
        for (Exporter exporter : Exporters.ALL) {
            String code = Exports.text(exporter, Exports.input(Path.of("sample-configs/yolov5.json")));
            List<List<Piece>> lines = Highlighter.highlight(code, exporter.language());
            assertThat(lines.stream()
                            .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                            .collect(Collectors.joining("\n")))
                    .isEqualTo(code);
        }
    }
}
