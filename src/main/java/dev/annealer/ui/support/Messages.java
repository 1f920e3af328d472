package dev.annealer.ui.support;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's texts, from `messages.properties`.
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.annealer.messages", Locale.ROOT);

    private Messages() {}

    /// The text of `key`, with `{0}`, `{1}` … filled in where there are arguments. Numbers are to be passed as text: how they
    /// are written is not the locale's affair.
    ///
    /// @throws java.util.MissingResourceException for an unknown key
    public static String get(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
