package dev.annealer.ui.export;

import dev.annealer.export.target.Exporter;
import dev.annealer.ui.export.Highlighter.Piece;
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

/// Highlighted code.
public final class CodeView extends ListView<List<Piece>> {
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
        List<List<Piece>> highlighted = Highlighter.highlight(code.stripTrailing(), language);
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
