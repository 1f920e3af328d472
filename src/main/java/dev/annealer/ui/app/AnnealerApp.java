package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.support.Clipboard;
import dev.annealer.ui.support.FxBackground;
import dev.annealer.ui.support.FxDialogs;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The JavaFX application: one window.
public final class AnnealerApp extends Application {
    /// After the first frames are drawn.
    private static final Duration UNTIL_IDLE = Duration.millis(250);

    @Override
    public void init() {
        HeadStart.fonts();
    }

    @Override
    public void start(Stage stage) {
        var dialogs = new FxDialogs(stage);
        Thread.setDefaultUncaughtExceptionHandler((_, failure) ->
                Platform.runLater(() -> dialogs.error(get("app.error.title"), get("app.error.text", failure.toString()))));
        var folders = UserFolders.of(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
        var background = new FxBackground();
        var window = new MainWindow(stage, folders, dialogs, background, Clipboard.system());
        Rehearsal.asked().ifPresent(report -> rehearse(new Rehearsal(stage, window.session(), report)));
        List<String> arguments = getParameters().getRaw();
        window.show(arguments.isEmpty() ? null : Path.of(arguments.getFirst()));
        var pause = new PauseTransition(UNTIL_IDLE);
        pause.setOnFinished(_ -> {
            ChartWarmUp.start(StarterDocument.create(), background);
            PanelWarmUp.start(window.session());
        });
        pause.play();
    }

    private static void rehearse(Rehearsal rehearsal) {
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> Platform.runLater(() -> rehearsal.fail(failure)));
        rehearsal.start();
    }
}
