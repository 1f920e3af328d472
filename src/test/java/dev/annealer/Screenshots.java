package dev.annealer;

import dev.annealer.testing.Answers;
import dev.annealer.testing.Here;
import dev.annealer.ui.app.MainWindow;
import dev.annealer.ui.preferences.Preferences;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.preferences.ThemeChoice;
import dev.annealer.ui.preferences.UserFolders;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Takes the README's pictures of the window, on JavaFX's headless platform: `mvn -Pscreenshots test-compile exec:exec`.
public final class Screenshots {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final Duration SETTLED = Duration.seconds(2);

    private Screenshots() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Application.launch(Pictures.class, args);
    }

    /// One picture after the other. A class of its own: from the class path Java starts no main class that is an Application.
    public static final class Pictures extends Application {
        @Override
        public void start(Stage stage) {
            take(stage, ThemeChoice.LIGHT, "sample-configs/vit-b16-torchvision.json", "assets/window-light.png", () -> take(
                    new Stage(), ThemeChoice.DARK, "sample-configs/fastai-one-cycle.json", "assets/window-dark.png", Platform::exit));
        }
    }

    private static void take(Stage stage, ThemeChoice theme, String document, String picture, Runnable next) {
        try {
            Path folder = Files.createTempDirectory("screenshots");
            var folders = new UserFolders(folder.resolve("settings"), folder.resolve("state"));
            new PreferencesStore(folders.preferencesFile()).update(_ -> Preferences.DEFAULT.withTheme(theme));
            stage.setX(0);
            stage.setY(0);
            var window = new MainWindow(stage, folders, new Answers(), new Here(), _ -> { });
            window.show(Path.of(document));
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var pause = new PauseTransition(SETTLED);
        pause.setOnFinished(_ -> {
            write(stage.getScene().snapshot(null), Path.of(picture));
            stage.hide();
            next.run();
        });
        Platform.setImplicitExit(false);
        pause.play();
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
