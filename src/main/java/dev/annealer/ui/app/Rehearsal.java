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
/// Writes into a file when the first frame was there, in milliseconds since 1970, how far apart the frames were while the knob
/// moved, and how long the window's thread worked on a change, until the frame was laid out; or what went wrong.
final class Rehearsal extends AnimationTimer {
    /// The system property that asks for a rehearsal: the file that it reports to.
    static final String REPORT = "annealer.rehearsal.report";
    /// How many changes; 120 where this property is not set.
    static final String CHANGES = "annealer.rehearsal.changes";

    private static final double NANOS_A_MILLI = 1e6;
    /// Frames before the first change, four seconds of them: people look before they touch, and the window does meanwhile what it
    /// puts off until after the first frame.
    private static final int SETTLING = 250;
    private static final int CHANGES_A_DRAG = 30;

    private final Stage stage;
    private final Session session;
    private final Path file;
    private final double[] frames = new double[Integer.getInteger(CHANGES, 120)];
    private final double[] work = new double[frames.length];
    private final List<String> report = new ArrayList<>();
    private int frame;
    private long last;
    private long began;

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
    public void start() {
        stage.getScene().addPostLayoutPulseListener(this::laidOut);
        super.start();
    }

    private void laidOut() {
        int change = frame - 1 - SETTLING;
        if (change >= 0 && change < work.length) {
            work[change] = (System.nanoTime() - began) / NANOS_A_MILLI;
        }
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
        began = System.nanoTime();
        session.edit("change lr", this, document -> withRate(document, rate));
    }

    private static Document withRate(Document document, double rate) {
        return document.withOptimizer(document.optimizer().withLr(Input.of(rate)));
    }

    private void finish() {
        report.add(frames.length + " knob changes; milliseconds between frames: " + summary(frames)
                + "; of work on a change: " + summary(work));
        end();
    }

    private static String summary(double[] times) {
        double worstOfSixty = Arrays.stream(times, 0, Math.min(60, times.length)).max().orElse(0);
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %.1f, p95 %.1f, worst %.1f, worst of the first sixty %.1f",
                sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1], worstOfSixty);
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
