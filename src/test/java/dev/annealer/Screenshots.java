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
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Takes the README's pictures of the window, on JavaFX's headless platform: `mvn -Pscreenshots test-compile exec:exec`.
public final class Screenshots {
    private static final int WIDTH = 1360;
    private static final int HEIGHT = 860;
    private static final Duration SETTLED = Duration.seconds(2);
    private static final String RECIPE = "sample-configs/vit-b16-torchvision.json";
    private static final String RUN = "src/test/resources/runs/lrf02_digits_mlp_adam.csv";

    /// @param file to open first
    /// @param steps what is done then; the window that is in front afterwards is taken
    private record Picture(String name, ThemeChoice theme, String file, Consumer<MainWindow> steps) {}

    private static final List<Picture> PICTURES = List.of(
            new Picture("window-light", ThemeChoice.LIGHT, RECIPE, Screenshots::removeWarmup),
            new Picture("finder", ThemeChoice.LIGHT, RUN, _ -> { }),
            new Picture("recipes", ThemeChoice.LIGHT, RECIPE, MainWindow::recipes),
            new Picture("advisor", ThemeChoice.LIGHT, RECIPE, MainWindow::advisor),
            new Picture("window-dark", ThemeChoice.DARK, "sample-configs/fastai-one-cycle.json", _ -> { }));

    private Screenshots() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Application.launch(Pictures.class, args);
    }

    /// One picture after the other. A class of its own: from the class path Java starts no main class that is an Application.
    public static final class Pictures extends Application {
        @Override
        public void start(Stage stage) {
            Platform.setImplicitExit(false);
            take(PICTURES.iterator());
        }
    }

    /// A mistake to be found.
    private static void removeWarmup(MainWindow window) {
        window.session().edit("remove LinearLR", document -> {
            List<dev.annealer.document.Stage> stages = document.schedule().stages();
            return document.withSchedule(document.schedule().withStages(stages.subList(1, stages.size())));
        });
    }

    private static void take(Iterator<Picture> pictures) {
        if (!pictures.hasNext()) {
            Platform.exit();
            return;
        }
        Picture picture = pictures.next();
        var stage = new Stage();
        picture.steps().accept(shown(stage, picture));
        var pause = new PauseTransition(SETTLED);
        pause.setOnFinished(_ -> {
            write(Window.getWindows().getLast().getScene().snapshot(null), Path.of("assets", picture.name() + ".png"));
            List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
            take(pictures);
        });
        pause.play();
    }

    private static MainWindow shown(Stage stage, Picture picture) {
        try {
            Path folder = Files.createTempDirectory("screenshots");
            var folders = new UserFolders(folder.resolve("settings"), folder.resolve("state"));
            new PreferencesStore(folders.preferencesFile()).update(_ -> Preferences.DEFAULT.withTheme(picture.theme()));
            stage.setX(0);
            stage.setY(0);
            var window = new MainWindow(stage, folders, new Answers(), new Here(), _ -> { });
            window.show(Path.of(picture.file()));
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return window;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
