package dev.annealer.chart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of a picture in pixels.
public record ImageSize(int width, int height) {
    public static final ImageSize DEFAULT = new ImageSize(1200, 600);
    public static final int LEAST = 100;
    public static final int MOST = 20_000;

    private static final int MOST_PIXELS = 200_000_000;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\s*[x×]\\s*(\\d{1,6})");

    /// Reads `1200x600`; empty for anything else, and for sizes that no picture has.
    public static Optional<ImageSize> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var size = new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        boolean usable = Math.min(size.width, size.height) >= LEAST
                && Math.max(size.width, size.height) <= MOST
                && (long) size.width * size.height <= MOST_PIXELS;
        return usable ? Optional.of(size) : Optional.empty();
    }
}
