package dev.annealer.ui.importer;

import dev.annealer.document.Document;
import dev.annealer.progress.Progress;
import dev.annealer.python.ScriptImport;
import dev.annealer.python.ScriptImporter;
import dev.annealer.python.Unresolved;
import dev.annealer.python.value.PyValue;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.ui.support.CurvePoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the window shows of a script, made in the background.
///
/// @param asked all questions, those that are answered among them
/// @param curves of the groups; none where there is no document
record ScriptResult(ScriptImport found, List<Unresolved> asked, List<CurvePoints> curves) {
    private static final int COLUMNS = 320;
    private static final int MOST_CURVES = 3;

    static ScriptResult of(String script, Map<String, PyValue> answers) {
        var asked = new LinkedHashMap<String, Unresolved>();
        ScriptImport found = ScriptImporter.read(script, Map.of());
        found.unresolved().forEach(missing -> asked.putIfAbsent(missing.expression(), missing));
        if (!answers.isEmpty()) {
            found = ScriptImporter.read(script, answers);
            found.unresolved().forEach(missing -> asked.putIfAbsent(missing.expression(), missing));
        }
        return new ScriptResult(found, List.copyOf(asked.values()), curves(found.document()));
    }

    private static List<CurvePoints> curves(Optional<Document> document) {
        Optional<Schedule> compiled = document.flatMap(made -> ScheduleCompiler.compileWhole(made, Progress.NONE).compiled());
        if (compiled.isEmpty()) {
            return List.of();
        }
        Schedule schedule = compiled.get();
        double peak = schedule.groups().stream()
                .mapToDouble(group -> schedule.extremes(0, schedule.steps(), group.index()).max())
                .filter(max -> max > 0)
                .max()
                .orElse(1);
        return IntStream.range(0, Math.min(MOST_CURVES, schedule.groups().size()))
                .mapToObj(group -> CurvePoints.of(schedule, group, 0, schedule.steps(), COLUMNS, peak))
                .toList();
    }
}
