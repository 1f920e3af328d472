package dev.annealer.ui.export;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.export.target.Exporter;
import dev.annealer.ui.export.Highlighter.Kind;
import dev.annealer.ui.export.Highlighter.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Highlighted code, a line a row, of which only the lines that are seen cost anything.
public final class CodeView extends ListView<List<Piece>> {
    /// Nobody reads on in a table of numbers.
    private static final int MOST_LINES = 5000;

    /// @param copy what the keys for copying do
    public CodeView(String accessibleText, Runnable copy) {
        getStyleClass().add("code");
        setAccessibleText(accessibleText);
        setCellFactory(_ -> new CodeCell());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy.run();
                event.consume();
            }
        });
    }

    /// Shows code; lines that stay the same are left alone.
    public void show(String code, Exporter.Language language) {
        List<List<Piece>> highlighted = lines(code, language);
        if (getItems().size() != highlighted.size()) {
            getItems().setAll(highlighted);
            return;
        }
        for (int i = 0; i < highlighted.size(); i++) {
            if (!highlighted.get(i).equals(getItems().get(i))) {
                getItems().set(i, highlighted.get(i));
            }
        }
    }

    private static List<List<Piece>> lines(String code, Exporter.Language language) {
        int end = -1;
        for (int i = 0; i < MOST_LINES; i++) {
            end = code.indexOf('\n', end + 1);
            if (end < 0) {
                return Highlighter.highlight(code.stripTrailing(), language);
            }
        }
        long more = code.substring(end).lines().skip(1).count();
        var lines = new ArrayList<>(Highlighter.highlight(code.substring(0, end), language));
        if (more > 0) {
            lines.add(List.of(new Piece(get("export.more", more), Kind.COMMENT)));
        }
        return lines;
    }

    /// A line of code.
    private static final class CodeCell extends ListCell<List<Piece>> {
        private final TextFlow flow = new TextFlow();

        @Override
        protected void updateItem(List<Piece> pieces, boolean empty) {
            super.updateItem(pieces, empty);
            flow.getChildren().clear();
            if (empty || pieces == null) {
                setGraphic(null);
                return;
            }
            for (Piece piece : pieces) {
                var text = new Text(piece.text());
                text.getStyleClass().addAll("code-text", "code-" + piece.kind().name().toLowerCase(Locale.ROOT));
                flow.getChildren().add(text);
            }
            setGraphic(flow);
        }
    }
}
