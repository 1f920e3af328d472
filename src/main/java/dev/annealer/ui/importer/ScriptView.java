package dev.annealer.ui.importer;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The code on the left, what is found in it on the right, what to do with it below.
final class ScriptView extends BorderPane {
    private static final double CODE_SHARE = 0.56;

    private final ScriptViewModel model;
    private final Runnable close;
    private final TextArea code = new TextArea();

    /// @param close closes the window
    ScriptView(ScriptViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("script");
        code.textProperty().bindBidirectional(model.codeProperty());
        code.setPromptText(get("script.prompt"));
        code.setAccessibleText(get("script.code"));
        code.getStyleClass().add("script-code");
        var found = new ScrollPane(new FoundPanel(model, this::select));
        found.setFitToWidth(true);
        found.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        found.getStyleClass().add("recipe-scroll");
        var parts = new SplitPane(code, found);
        parts.setDividerPositions(CODE_SHARE);
        setCenter(parts);
        setBottom(actions());
    }

    /// Marks a line of the code.
    private void select(int line) {
        String text = code.getText();
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        code.requestFocus();
        code.selectRange(end < 0 ? text.length() : end, start);
    }

    private HBox actions() {
        var choose = new Button(get("script.choose"), FontIcon.of(Feather.FOLDER));
        choose.setOnAction(_ -> model.choose());
        var hint = new Label(get("script.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll(Styles.TEXT_MUTED, "recipe-line");
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        var cancel = new Button(get("dialog.cancel"));
        cancel.setOnAction(_ -> close.run());
        var open = new Button(get("script.open"));
        open.setDefaultButton(true);
        open.disableProperty().bind(model.cannotOpen());
        open.setOnAction(_ -> {
            if (model.open()) {
                close.run();
            }
        });
        for (Button button : new Button[] {choose, cancel, open}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        var actions = new HBox(choose, hint, cancel, open);
        actions.getStyleClass().add("recipe-actions");
        return actions;
    }
}
