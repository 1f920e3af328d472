package dev.annealer.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.SchedulerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The window's texts against the code that asks for them.
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/annealer/ui");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z-]*(?:\\.[a-zA-Z-]+)+)\"");

    private static Set<Object> keys() {
        return texts().keySet();
    }

    private static Properties texts() {
        var texts = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/dev/annealer/messages.properties")) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(MessagesTest::read).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySchedulerHasItsTexts(SchedulerType type) {
        assertThat(Messages.get("scheduler." + type.pytorchName() + ".when")).endsWith(".");
        assertThat(Messages.get("recipes.curve." + type.pytorchName())).isNotBlank();
    }

    /// MessageFormat takes it for a quote, and a text without arguments shows it doubled.
    @Test
    void noTextHasAStraightApostrophe() {
        assertThat(texts().values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyTextIsUsed() {
        String code = code();
        var unused = new TreeSet<String>();
        for (Object key : keys()) {
            String text = (String) key;
            // Keys made of a prefix and a name from the catalogue: `"theme." + choice`.
            boolean composed = code.contains("\"" + text.substring(0, text.lastIndexOf('.') + 1) + "\" +")
                    || text.startsWith("scheduler.")
                    || goesWith(text, ".tip", code)
                    || goesWith(text, ".help", code);
            if (!composed && !code.contains("\"" + text + "\"")) {
                unused.add(text);
            }
        }
        assertThat(unused).isEmpty();
    }

    /// Whether it is the tip, or the line of help, of a text that is used.
    private static boolean goesWith(String key, String ending, String code) {
        return key.endsWith(ending) && code.contains("\"" + key.substring(0, key.length() - ending.length()) + "\"");
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        var prefixes = keys().stream().map(key -> ((String) key).split("\\.")[0]).collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        var matcher = KEY.matcher(code());
        while (matcher.find()) {
            String key = matcher.group(1);
            if (prefixes.contains(key.split("\\.")[0]) && !keys().contains(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }
}
