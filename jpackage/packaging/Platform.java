package packaging;

import java.util.Locale;

/// The systems that packages are made for.
enum Platform {
    LINUX,
    MACOS,
    WINDOWS;

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }
}
