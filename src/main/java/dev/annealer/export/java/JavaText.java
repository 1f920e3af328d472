package dev.annealer.export.java;

import dev.annealer.document.Numbers;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Java's literals and names.
final class JavaText {
    private static final String FALLBACK = "LearningRateSchedule";
    private static final Set<String> TAKEN = Set.of(
            "Object", "String", "Math", "Long", "Double", "Number", "Override", "IllegalArgumentException", "Arrays",
            "PythonArithmetic", "BigInteger", "BigDecimal", "RoundingMode", "Supplier", "System", "ArithmeticException");

    private JavaText() {}

    static String literal(double value) {
        String text = Numbers.format(value);
        return text.matches("-?\\d+") ? text + ".0" : text;
    }

    static String array(List<Double> values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(literal(value)));
        return "{" + String.join(", ", texts) + "}";
    }

    static String longs(List<Long> values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value + "L"));
        return "{" + String.join(", ", texts) + "}";
    }

    /// A class's name out of a document's: `ViT-B/16, ImageNet-1k` becomes `ViTB16ImageNet1k`.
    static String className(String documentName) {
        var name = new StringBuilder();
        // Letters without their accents: Über is Uber rather than Ber.
        String plain = Normalizer.normalize(documentName, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        for (String word : plain.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        if (name.isEmpty()) {
            return FALLBACK;
        }
        String whole = Character.isDigit(name.charAt(0)) ? "Schedule" + name : name.toString();
        String shortened = whole.length() > 80 ? whole.substring(0, 80) : whole;
        return TAKEN.contains(shortened) ? shortened + "Schedule" : shortened;
    }
}
