package dev.annealer.ui.support;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Dialogs of the desktop and of JavaFX, over one window.
public final class FxDialogs implements Dialogs {
    private static final int TEXT_COLUMNS = 40;

    private final Stage owner;
    /// Never none: without one GTK begins at "Recent", where the path of a folder can be typed but not opened.
    private File lastFolder = new File(System.getProperty("user.home"));

    public FxDialogs(Stage owner) {
        this.owner = owner;
    }

    @Override
    public int ask(Question question) {
        var alert = new Alert(Alert.AlertType.CONFIRMATION, question.text());
        prepare(alert, question.title());
        List<ButtonType> buttons = question.answers().stream()
                .map(answer -> new ButtonType(answer, kind(question.answers(), answer)))
                .toList();
        alert.getButtonTypes().setAll(buttons);
        return alert.showAndWait().map(buttons::indexOf).orElse(buttons.size() - 1);
    }

    private static ButtonBar.ButtonData kind(List<String> answers, String answer) {
        if (answer.equals(answers.getFirst())) {
            return ButtonBar.ButtonData.OK_DONE;
        }
        return answer.equals(answers.getLast()) ? ButtonBar.ButtonData.CANCEL_CLOSE : ButtonBar.ButtonData.NO;
    }

    @Override
    public void error(String title, String text) {
        var alert = new Alert(Alert.AlertType.ERROR, text);
        prepare(alert, title);
        alert.showAndWait();
    }

    @Override
    public void inform(String title, String text) {
        var alert = new Alert(Alert.AlertType.INFORMATION, text);
        prepare(alert, title);
        alert.showAndWait();
    }

    @Override
    public Optional<String> askText(String title, String label, String suggested) {
        var dialog = new TextInputDialog(suggested);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.getEditor().setPrefColumnCount(TEXT_COLUMNS);
        var text = new Label(label);
        text.setLabelFor(dialog.getEditor());
        dialog.getEditor().setAccessibleText(label);
        // Below each other: beside its label there is no room for a sentence.
        dialog.getDialogPane().setContent(new VBox(6, text, dialog.getEditor()));
        return dialog.showAndWait();
    }

    private void prepare(Alert alert, String title) {
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Optional<Path> chooseToOpen(String title, List<FileKind> kinds) {
        return chosen(chooser(title, kinds).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> chooseToSave(String title, String suggested, List<FileKind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggested);
        return chosen(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title, List<FileKind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        kinds.forEach(kind ->
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns())));
        if (lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return chooser;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        File folder = chooser.showDialog(owner);
        lastFolder = folder == null ? lastFolder : folder;
        return Optional.ofNullable(folder).map(File::toPath);
    }

    private Optional<Path> chosen(@Nullable File file) {
        lastFolder = file == null ? lastFolder : file.getAbsoluteFile().getParentFile();
        return Optional.ofNullable(file).map(File::toPath);
    }
}
