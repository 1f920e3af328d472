package dev.annealer.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// The colours of charts, light and dark. The only place with colour literals beside the theme.
///
/// @param curves for the param groups, in order; repeated where there are more groups
/// @param bands for the stages, in order; drawn translucent behind the curve
public record ChartPalette(
        Color background,
        Color text,
        Color mutedText,
        Color grid,
        Color axis,
        Color ghost,
        Color stale,
        List<Color> curves,
        List<Color> bands) {
    private static final int BAND_ALPHA = 26;
    private static final int BEHIND_TEXT_ALPHA = 190;

    public static final ChartPalette LIGHT = new ChartPalette(
            new Color(0xFFFFFF),
            new Color(0x24292F),
            new Color(0x57606A),
            new Color(0xE6E9ED),
            new Color(0xC4CAD1),
            new Color(0xAEB6BF),
            new Color(0x9AA3AD),
            List.of(
                    new Color(0x0969DA),
                    new Color(0xBC4C00),
                    new Color(0x1A7F37),
                    new Color(0x8250DF),
                    new Color(0xBF3989),
                    new Color(0x4D5761)),
            List.of(
                    new Color(0xE16F24),
                    new Color(0x218BFF),
                    new Color(0x2DA44E),
                    new Color(0xA475F9),
                    new Color(0xD4A72C),
                    new Color(0xE85AAD),
                    new Color(0x339D9B),
                    new Color(0x818B98)));

    public static final ChartPalette DARK = new ChartPalette(
            new Color(0x0D1117),
            new Color(0xE6EDF3),
            new Color(0x9DA7B1),
            new Color(0x232A33),
            new Color(0x3D444D),
            new Color(0x59626C),
            new Color(0x6E7781),
            List.of(
                    new Color(0x58A6FF),
                    new Color(0xF0883E),
                    new Color(0x56D364),
                    new Color(0xBC8CFF),
                    new Color(0xF778BA),
                    new Color(0xC9D1D9)),
            LIGHT.bands());

    public static ChartPalette of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /// The colour of the curve at position `group`.
    public Color curve(int group) {
        return curves.get(group % curves.size());
    }

    /// Whether the curve at position `group` is told by its dashes from another of the same colour.
    boolean isDashed(int group) {
        return group / curves.size() % 2 == 1;
    }

    /// The solid colour of the stage at position `index` of the document; its card has it too.
    public Color band(int index) {
        return bands.get(index % bands.size());
    }

    /// Lets a text be read where it lies on a curve.
    void paintBehind(Graphics2D graphics, Rectangle2D box) {
        graphics.setColor(new Color(background.getRed(), background.getGreen(), background.getBlue(), BEHIND_TEXT_ALPHA));
        graphics.fill(box);
    }

    Color translucentBand(int index) {
        Color solid = band(index);
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), BAND_ALPHA);
    }
}
