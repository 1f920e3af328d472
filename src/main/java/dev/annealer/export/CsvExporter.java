package dev.annealer.export;

import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.TraceCsv;

/// The trace: every step with its learning rates.
final class CsvExporter implements Exporter {
    private static final About ABOUT = new About("csv", "CSV", Language.TEXT, ".csv");
    private static final long LONGEST = 1_000_000;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        Schedule schedule = input.schedule();
        if (schedule.steps() > LONGEST) {
            return new Export.NotExpressible(
                    "a table of " + schedule.steps() + " rows is more than a file to look at should have",
                    "use `annealer trace --every K`, which writes any run");
        }
        return new Export.Code(TraceCsv.text(schedule));
    }
}
