package dev.annealer.bench;

import dev.annealer.testing.Answers;
import dev.annealer.ui.app.MainWindow;
import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.support.FxBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Uses the window for as many minutes as the first argument says: drags a knob in every frame, switches documents, undoes,
/// exports, imports, reads runs. Prints a line a minute, and ends with code 1 where the heap grew, a thread was left over, something
/// was thrown, or frames took longer than a sixtieth of a second for more than one in twenty (`--frames false` passes over that, on a
/// machine that does other things too).
public final class Soak {
    private Soak() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Application.launch(Window.class, args);
        System.exit(Window.exitCode);
    }

    /// A class of its own: from the class path Java starts no main class that is an Application.
    public static final class Window extends Application {
        static volatile int exitCode = 1;

        @Override
        public void start(Stage stage) throws IOException {
            List<String> arguments = getParameters().getUnnamed();
            double minutes = arguments.isEmpty() ? 30 : Double.parseDouble(arguments.getFirst());
            boolean judgesFrames = !"false".equals(getParameters().getNamed().get("frames"));
            var record = new SoakRecord(minutes, judgesFrames);
            Thread.setDefaultUncaughtExceptionHandler((_, failure) -> record.threw(failure));
            Path folder = Files.createTempDirectory("soak");
            var folders = new UserFolders(folder.resolve("settings"), folder.resolve("state"));
            stage.setX(0);
            stage.setY(0);
            var answers = new Answers();
            answers.answer = 1;
            var window = new MainWindow(stage, folders, answers, new FxBackground(), _ -> { });
            window.show(null);
            stage.setWidth(1000);
            stage.setHeight(700);
            var user = new SoakUser(window.session(), documents(), folder, record);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (record.frame(now)) {
                        user.act();
                        return;
                    }
                    stop();
                    exitCode = record.verdict();
                    Platform.exit();
                }
            }.start();
        }

        private static List<Path> documents() throws IOException {
            try (Stream<Path> files = Files.list(Path.of("sample-configs"))) {
                return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            }
        }
    }
}
