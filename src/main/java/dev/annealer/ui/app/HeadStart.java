package dev.annealer.ui.app;

import dev.annealer.document.Document;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.trace.Checkpoints;
import dev.annealer.ui.support.Messages;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Loads code and fonts that the window needs at once, on a processor that has nothing to do while JavaFX starts on another. What
/// it computes is thrown away.
final class HeadStart {
    private HeadStart() {}

    /// The engine's code: needs no JavaFX.
    static void engine() {
        run(() -> {
            Document document = StarterDocument.create();
            ScheduleCompiler.compile(document).compiled().ifPresent(schedule -> Checkpoints.of(schedule, 0));
            Messages.get("app.title");
        });
    }

    /// Fonts of texts and icons: once JavaFX runs.
    static void fonts() {
        run(() -> {
            new Text("Annealer").getLayoutBounds();
            FontIcon.of(Feather.PLUS);
        });
    }

    private static void run(Runnable task) {
        Thread.ofPlatform().name("head-start").daemon().start(() -> {
            try {
                task.run();
            } catch (RuntimeException | LinkageError _) {
                // It goes wrong again, and is told of, where somebody needs it.
            }
        });
    }
}
