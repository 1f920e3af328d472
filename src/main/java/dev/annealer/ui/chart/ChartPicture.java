package dev.annealer.ui.chart;

import dev.annealer.chart.ChartImage;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.animation.AnimationTimer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/// A chart as an image of exactly the pixels of its pane, drawn at most once a frame.
///
/// The drawing is that of the command line's `render`: one chart code, two places.
public final class ChartPicture extends ImageView {
    private static final double LEAST_SIDE = 40;
    /// A window is there sooner if its first frame waits for no chart.
    private static final int FRAMES_BEFORE_THE_FIRST = 2;

    private final Region pane;
    private final Runnable draw;
    private final AnimationTimer frames;
    private int framesToSkip = FRAMES_BEFORE_THE_FIRST;
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

    /// @param pane that it fills
    /// @param draw is called in a frame after {@link #requestDraw()}, and shows or clears the picture
    public ChartPicture(Region pane, Runnable draw) {
        this.pane = pane;
        this.draw = draw;
        setMouseTransparent(true);
        frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawIfNeeded();
            }
        };
        pane.widthProperty().subscribe(_ -> requestDraw());
        pane.heightProperty().subscribe(_ -> requestDraw());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                frames.stop();
            } else if (stale) {
                frames.start();
            }
        });
    }

    /// What is drawn is not up to date any more.
    public void requestDraw() {
        stale = true;
        if (getScene() != null) {
            frames.start();
        }
    }

    private void drawIfNeeded() {
        if (framesToSkip > 0) {
            framesToSkip--;
            return;
        }
        // A timer that runs keeps the window drawing frames; a pane too small to draw in asks again when it grows.
        frames.stop();
        if (stale && pane.getWidth() >= LEAST_SIDE && pane.getHeight() >= LEAST_SIDE) {
            stale = false;
            draw.run();
        }
    }

    public void clear() {
        setImage(null);
    }

    /// @return where the plots lie in the pane
    public ChartRenderingInfo show(JFreeChart chart) {
        Surface drawn = surface();
        var info = new ChartRenderingInfo();
        drawn.pixels().updateBuffer(_ -> {
            Graphics2D graphics = drawn.image().createGraphics();
            graphics.scale(drawn.scale(), drawn.scale());
            ChartImage.draw(chart, graphics, pane.getWidth(), pane.getHeight(), info);
            graphics.dispose();
            return null;
        });
        return info;
    }

    private Surface surface() {
        double scale = getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        Surface current = surface;
        if (current == null || !current.fits(pane.getWidth(), pane.getHeight(), scale)) {
            current = Surface.of(pane.getWidth(), pane.getHeight(), scale);
            surface = current;
            clear();
        }
        if (getImage() == null) {
            setImage(new WritableImage(current.pixels()));
        }
        setFitWidth(current.image().getWidth() / scale);
        setFitHeight(current.image().getHeight() / scale);
        return current;
    }
}
