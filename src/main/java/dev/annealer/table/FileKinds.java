package dev.annealer.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which program wrote delimited text, told from its columns.
final class FileKinds {
    private FileKinds() {}

    static String of(List<String> header, char delimiter) {
        List<String> names = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.equals(List.of("wall time", "step", "value"))) {
            return "TensorBoard scalar CSV";
        }
        if (names.stream().anyMatch(name -> name.endsWith("__min"))) {
            return "Weights & Biases export";
        }
        if (names.stream().anyMatch(name -> name.startsWith("metrics/map"))) {
            return "YOLO results";
        }
        if (names.contains("timestamp") && (names.contains("bad_epochs") || names.contains("iteration"))) {
            return "flair log";
        }
        if (names.contains("epoch") && names.contains("step") && names.stream().anyMatch(name -> name.startsWith("lr-"))) {
            return "Lightning metrics";
        }
        if (names.contains("epoch") && names.contains("valid_loss") && names.contains("time")) {
            return "fastai history";
        }
        if (names.contains("epoch") && names.contains("loss") && names.contains("val_loss")) {
            return "Keras CSVLogger";
        }
        return switch (delimiter) {
            case '\t' -> "TSV";
            case Dialect.BLANK -> "text in columns";
            default -> "CSV";
        };
    }

    /// Whether the names say which column is the learning rate or the loss.
    static boolean hasRoleByName(List<String> header) {
        if (header.size() < 2 || KeyValueReader.namesANumber(String.join(" ", header))) {
            return false;
        }
        var columns = header.stream().map(name -> Column.of(name, 1, 2)).toList();
        ColumnRoles roles = ColumnRoles.guess(new Table("", Map.of(), columns, 2, List.of(), 0));
        return roles.lr().isPresent() || roles.lossCertainty() == ColumnRoles.Certainty.NAME;
    }
}
