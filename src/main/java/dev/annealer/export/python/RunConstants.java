package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.StepUnit;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The run's size and the stages' lengths as constants of a module, each from the others as the document has it.
final class RunConstants {
    private static final int LONGEST_SUM = 48;

    private final Document document;
    private final Schedule schedule;
    private final List<PlacedStage> stages;
    private final List<String> names;

    private RunConstants(Document document, Schedule schedule, List<PlacedStage> stages, List<String> names) {
        this.document = document;
        this.schedule = schedule;
        this.stages = stages;
        this.names = names;
    }

    static RunConstants of(Document document, Schedule schedule) {
        List<PlacedStage> stages = schedule.stages().stream().filter(PlacedStage::isInForce).toList();
        return new RunConstants(document, schedule, stages, StageNames.of(stages));
    }

    /// The stages that the run reaches.
    List<StageCode> codes() {
        var codes = new ArrayList<StageCode>();
        for (int i = 0; i < stages.size(); i++) {
            PlacedStage stage = stages.get(i);
            var type = document.schedule().stages().get(stage.index()).scheduler().type();
            codes.add(new StageCode(stage, type, names.get(i), lengthName(i), sumBefore(i)));
        }
        return codes;
    }

    /// The constant that holds N.
    String total() {
        return stepsByEpoch() ? "EPOCHS" : "TOTAL_STEPS";
    }

    boolean stepsByEpoch() {
        return schedule.run().stepOn() == StepUnit.EPOCH;
    }

    private String lengthName(int i) {
        boolean isRun = stages.size() == 1 && stages.get(i).length() == schedule.steps();
        return isRun ? total() : names.get(i).toUpperCase(Locale.ROOT) + (stepsByEpoch() ? "_EPOCHS" : "_STEPS");
    }

    private String sumBefore(int i) {
        String sum = i == 0 ? "0" : IntStream.range(0, i).mapToObj(this::lengthName).collect(Collectors.joining(" + "));
        return sum.length() <= LONGEST_SUM ? sum : Long.toString(stages.get(i).start());
    }

    /// The constants that `body` needs, and those that these need.
    String write(String body) {
        Map<String, String> values = values();
        var needed = new ArrayList<String>();
        String text = body;
        List<String> names = new ArrayList<>(values.keySet()).reversed();
        for (String name : names) {
            if (Pattern.compile("\\b" + name + "\\b").matcher(text).find()) {
                needed.addFirst(name);
                text += "\n" + values.get(name);
            }
        }
        var lines = new Lines();
        needed.forEach(name -> lines.add(name + " = " + values.get(name)));
        return lines.toString();
    }

    /// In an order in which each comes after those that it is made of.
    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        schedule.run().epochs().ifPresent(epochs -> values.put("EPOCHS", Long.toString(epochs)));
        if (!stepsByEpoch()) {
            schedule.run().stepsPerEpoch().ifPresent(steps -> values.put("STEPS_PER_EPOCH", steps + "  # optimizer steps"));
            values.put("TOTAL_STEPS", values.containsKey("STEPS_PER_EPOCH")
                    ? "EPOCHS * STEPS_PER_EPOCH"
                    : schedule.steps() + "  # optimizer steps");
        }
        for (int i = 0; i < stages.size(); i++) {
            values.putIfAbsent(lengthName(i), length(i));
        }
        return values;
    }

    private String length(int i) {
        PlacedStage stage = stages.get(i);
        Input written = document.schedule().stages().get(stage.index()).length();
        long before = stage.start();
        if (written.isBlank() && before > 0 && before + stage.length() == schedule.steps()) {
            String rest = IntStream.range(0, i).mapToObj(this::lengthName).collect(Collectors.joining(" - ", total() + " - ", ""));
            boolean fits = (lengthName(i) + " = " + rest).length() <= PythonText.WIDTH;
            return fits ? rest : stage.length() + "  # the rest of the run";
        }
        if (written.text().endsWith("%")) {
            return stage.length() + "  # " + written.text() + " of the run";
        }
        String epochs = written.text().replace("ep", "").strip();
        boolean wholeEpochs = written.text().endsWith("ep") && epochs.matches("\\d+") && !stepsByEpoch();
        if (!wholeEpochs) {
            return Long.toString(stage.length());
        }
        return epochs.equals("1") ? "STEPS_PER_EPOCH" : epochs + " * STEPS_PER_EPOCH";
    }
}
