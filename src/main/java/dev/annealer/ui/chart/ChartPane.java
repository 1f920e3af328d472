package dev.annealer.ui.chart;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.support.Messages;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/// Draws the chart into an image of exactly its pixels, at most once a frame, and puts the crosshair over it.
///
/// The drawing is that of the command line's `render`: one chart code, two places.
public final class ChartPane extends Pane {
    private static final double LEAST_SIDE = 40;

    private final ChartViewModel model;
    private final ObservableValue<Boolean> dark;
    private final ImageView picture = new ImageView();
    private final Label empty = new Label(Messages.get("chart.empty"));
    private final Crosshair crosshair;
    private final AnimationTimer frames;
    private boolean stale = true;
    private @Nullable Surface surface;

    /// Pixels shared with JavaFX.
    private record Surface(BufferedImage image, PixelBuffer<IntBuffer> pixels, double scale) {
        static Surface of(double width, double height, double scale) {
            int columns = Math.max(1, (int) Math.ceil(width * scale));
            int rows = Math.max(1, (int) Math.ceil(height * scale));
            var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
            int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            var pixels = new PixelBuffer<>(columns, rows, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance());
            return new Surface(image, pixels, scale);
        }

        boolean fits(double width, double height, double wanted) {
            return scale == wanted
                    && image.getWidth() == Math.max(1, (int) Math.ceil(width * wanted))
                    && image.getHeight() == Math.max(1, (int) Math.ceil(height * wanted));
        }
    }

    /// @param dark whether to use the dark palette
    public ChartPane(ChartViewModel model, ObservableValue<Boolean> dark) {
        this.model = model;
        this.dark = dark;
        this.crosshair = new Crosshair(model);
        getStyleClass().add("chart-pane");
        empty.getStyleClass().add("chart-empty");
        picture.setMouseTransparent(true);
        getChildren().addAll(picture, crosshair, empty);
        setFocusTraversable(true);
        setMinSize(240, 140);
        new ChartGestures(this, model).install();
        frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawIfNeeded();
            }
        };
        for (ObservableValue<?> cause : causes()) {
            cause.subscribe(_ -> requestDraw());
        }
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                frames.stop();
            } else {
                frames.start();
            }
        });
    }

    private List<ObservableValue<?>> causes() {
        var session = model.session();
        return List.of(
                model.viewProperty(), session.scheduleProperty(), session.staleProperty(), session.evaluatedProperty(),
                session.ghostProperty(), dark, widthProperty(), heightProperty());
    }

    private void requestDraw() {
        stale = true;
    }

    private void drawIfNeeded() {
        if (stale && getWidth() >= LEAST_SIDE && getHeight() >= LEAST_SIDE) {
            stale = false;
            draw();
        }
    }

    private void draw() {
        Schedule schedule = model.session().scheduleProperty().get();
        ChartView view = model.viewProperty().get();
        empty.setVisible(schedule == null);
        if (schedule == null || view == null) {
            picture.setImage(null);
            crosshair.hide();
            return;
        }
        Surface drawn = surface();
        var info = new ChartRenderingInfo();
        ChartPalette palette = ChartPalette.of(dark.getValue());
        JFreeChart chart = new ScheduleChart(palette)
                .build(schedule, view, model.session().ghostProperty().get(), model.session().staleProperty().get());
        drawn.pixels().updateBuffer(_ -> {
            Graphics2D graphics = drawn.image().createGraphics();
            graphics.scale(drawn.scale(), drawn.scale());
            ChartImage.draw(chart, graphics, getWidth(), getHeight(), info);
            graphics.dispose();
            return null;
        });
        crosshair.place(schedule, view, plotArea(info), getHeight());
        setAccessibleText(new ChartDescription(schedule).text());
    }

    private Surface surface() {
        double scale = getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        Surface current = surface;
        if (current == null || !current.fits(getWidth(), getHeight(), scale)) {
            current = Surface.of(getWidth(), getHeight(), scale);
            surface = current;
            picture.setImage(new WritableImage(current.pixels()));
        }
        if (picture.getImage() == null) {
            picture.setImage(new WritableImage(current.pixels()));
        }
        picture.setFitWidth(current.image().getWidth() / scale);
        picture.setFitHeight(current.image().getHeight() / scale);
        return current;
    }

    private static Rectangle2D plotArea(ChartRenderingInfo info) {
        return info.getPlotInfo().getSubplotInfo(0).getDataArea();
    }

    /// The step at `x` pixels from the left, as a fraction.
    double stepAt(double x) {
        return crosshair.stepAt(x);
    }

    /// The width of the plot in pixels.
    double plotWidth() {
        return crosshair.plotWidth();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        empty.autosize();
        empty.relocate((getWidth() - empty.getWidth()) / 2, (getHeight() - empty.getHeight()) / 2);
    }
}
