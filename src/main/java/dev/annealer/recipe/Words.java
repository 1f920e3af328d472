package dev.annealer.recipe;

import java.util.Locale;
import java.util.stream.Stream;

/// Text as it is searched: lower case, and `ResNet 50`, `resnet-50` and `ResNet50` the same.
final class Words {
    private Words() {}

    static Stream<String> of(String text) {
        return Stream.of(text.strip().split("[\\s,;]+")).map(Words::plain);
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-_/().]+", "");
    }
}
