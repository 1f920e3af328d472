package dev.annealer.ui.app;

import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/// Opens the window where there is a display for it.
public final class WindowStart {
    private WindowStart() {}

    /// Whether this machine has something to open a window on.
    ///
    /// @param environment variables such as `DISPLAY`
    /// @param osName Java's `os.name`
    /// @param platform JavaFX's platform, if one was asked for: `Headless` needs no display
    public static boolean hasDisplay(Map<String, String> environment, String osName, String platform) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean needsServer = !os.startsWith("windows") && !os.startsWith("mac");
        return !needsServer
                || platform.equalsIgnoreCase("headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /// Returns when the window is closed.
    ///
    /// @throws UnsupportedOperationException where the display that is named can't be opened
    public static void open(String[] arguments) {
        HeadStart.engine();
        Application.launch(AnnealerApp.class, arguments);
    }
}
