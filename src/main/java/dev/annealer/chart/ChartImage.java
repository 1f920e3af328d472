package dev.annealer.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/// A chart as the bytes of a picture.
public final class ChartImage {
    private ChartImage() {}

    public static byte[] png(JFreeChart chart, ImageSize size) throws IOException {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        draw(chart, graphics, size.width(), size.height(), new ChartRenderingInfo());
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// Text stays text.
    public static byte[] svg(JFreeChart chart, ImageSize size) throws IOException {
        var graphics = new SVGGraphics2D(emptySvg());
        graphics.setSVGCanvasSize(new Dimension(size.width(), size.height()));
        draw(chart, graphics, size.width(), size.height(), new ChartRenderingInfo());
        var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            graphics.stream(writer, true);
        }
        return bytes.toByteArray();
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no XML", e);
        }
    }

    /// @param info afterwards tells where the plots lie
    public static void draw(JFreeChart chart, Graphics2D graphics, double width, double height, ChartRenderingInfo info) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor((Color) chart.getBackgroundPaint());
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
    }
}
