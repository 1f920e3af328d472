package dev.annealer.ui.app;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.ui.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Turns a knob of the open window, one change a frame, and closes it: what trains a package's AOT cache, and shows that an
/// installed window works where nobody looks at it.
///
/// Writes into a file when the first frame was there, in milliseconds since 1970, and how far apart the frames were while the
/// knob moved; or what went wrong.
final class Rehearsal extends AnimationTimer {
    /// The system property that asks for a rehearsal: the file that it reports to.
    static final String REPORT = "annealer.rehearsal.report";
    /// How many changes; 120 where this property is not set.
    static final String CHANGES = "annealer.rehearsal.changes";

    private static final double NANOS_A_MILLI = 1e6;
    /// Frames before the first change, in which what is put off until after the first frame gets done.
    private static final int SETTLING = 120;
    private static final int CHANGES_A_DRAG = 30;

    private final Stage stage;
    private final Session session;
    private final Path file;
    private final double[] frames = new double[Integer.getInteger(CHANGES, 120)];
    private final List<String> report = new ArrayList<>();
    private int frame;
    private long last;

    Rehearsal(Stage stage, Session session, Path file) {
        this.stage = stage;
        this.session = session;
        this.file = file;
    }

    /// Where one is asked for, its report's file.
    static Optional<Path> asked() {
        return Optional.ofNullable(System.getProperty(REPORT)).map(Path::of);
    }

    @Override
    public void handle(long now) {
        if (frame == 1) {
            report.add("first frame at " + System.currentTimeMillis());
        }
        int change = frame++ - SETTLING;
        if (change > 0) {
            frames[change - 1] = (now - last) / NANOS_A_MILLI;
        }
        last = now;
        if (change == frames.length) {
            finish();
        } else if (change >= 0) {
            turnKnob(change);
        }
    }

    private void turnKnob(int change) {
        if (change % CHANGES_A_DRAG == 0) {
            session.endMerge();
        }
        double rate = 1e-3 * (1 + change % CHANGES_A_DRAG / 10.0);
        session.edit("change lr", this, document -> withRate(document, rate));
    }

    private static Document withRate(Document document, double rate) {
        return document.withOptimizer(document.optimizer().withLr(Input.of(rate)));
    }

    private void finish() {
        double worstOfSixty = Arrays.stream(frames, 0, Math.min(60, frames.length)).max().orElse(0);
        Arrays.sort(frames);
        report.add(String.format(
                Locale.ROOT,
                "%d knob changes; milliseconds between frames: median %.1f, p95 %.1f, worst %.1f, worst of the first sixty %.1f",
                frames.length, frames[frames.length / 2], frames[frames.length * 95 / 100], frames[frames.length - 1],
                worstOfSixty));
        end();
    }

    /// Gives up.
    void fail(Throwable failure) {
        report.add("failed: " + failure);
        end();
    }

    private void end() {
        stop();
        try {
            Files.write(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.hide();
        Platform.exit();
    }
}
