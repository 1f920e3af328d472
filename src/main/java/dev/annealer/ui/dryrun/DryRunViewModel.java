package dev.annealer.ui.dryrun;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.StepUnit;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.TraceCsv;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Clipboard;
import dev.annealer.ui.support.Dialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The trace of the open document: its rows' texts, jumping to a step, and taking it away as CSV.
public final class DryRunViewModel {
    /// A clipboard with more rows helps nobody.
    private static final long MOST_COPIED = 200_000;

    /// Enough to tell neighbours apart, and few enough to be seen whole; the CSV has all.
    private static final int RATE_DIGITS = 8;
    private static final int LONGEST_TITLE = 30;

    /// A column of the trace.
    ///
    /// @param characters of the widest usual text
    /// @param text of a step
    public record Column(String title, int characters, LongFunction<String> text) {}

    /// A line of the training loop.
    ///
    /// @param isSchedulerStep whether it is the one that people get wrong
    public record LoopLine(String code, boolean isSchedulerStep) {}

    private final Session session;
    private final ChartViewModel chart;
    private final Clipboard clipboard;
    private final Dialogs dialogs;
    private final Background background;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public DryRunViewModel(
            Session session, ChartViewModel chart, Clipboard clipboard, Dialogs dialogs, Background background) {
        this.session = session;
        this.chart = chart;
        this.clipboard = clipboard;
        this.dialogs = dialogs;
        this.background = background;
    }

    public ReadOnlyObjectProperty<@Nullable Schedule> scheduleProperty() {
        return session.scheduleProperty();
    }

    /// Changes with every edit, after the schedule.
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return session.documentProperty();
    }

    public ChartViewModel chart() {
        return chart;
    }

    /// What the last command did, or why it could not.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// The columns that this document needs. The epoch has one where its steps are known, the momentum where a stage moves it.
    public List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("step", 8, Long::toString));
        if (schedule().run().epochAt(0).isPresent()) {
            columns.add(new Column("epoch", 9, this::epoch));
        }
        for (Group group : schedule().groups()) {
            String title = group.name().isEmpty() ? "lr" : group.name();
            int characters = Math.clamp(title.length(), RATE_DIGITS + 4, LONGEST_TITLE);
            columns.add(new Column(title, characters, step -> rate(step, group.index())));
        }
        if (schedule().cyclesMomentum()) {
            columns.add(new Column("momentum", 10, this::momentum));
        }
        columns.add(new Column("stage", 15, this::stage));
        return columns;
    }

    private String epoch(long step) {
        OptionalDouble epoch = schedule().run().epochAt(step);
        return epoch.isPresent() ? Numbers.format(Math.rint(epoch.getAsDouble() * 1e6) / 1e6) : "";
    }

    private String rate(long step, int group) {
        return Numbers.format(schedule().at(step, group), RATE_DIGITS);
    }

    private String momentum(long step) {
        OptionalDouble momentum = schedule().momentum(step);
        return momentum.isPresent() ? Numbers.format(momentum.getAsDouble(), 8) : "";
    }

    private String stage(long step) {
        return schedule().stageAt(step).scheduler().getClass().getSimpleName();
    }

    private Schedule schedule() {
        Schedule schedule = session.scheduleProperty().get();
        if (schedule == null) {
            throw new IllegalStateException("there are no rows without a schedule");
        }
        return schedule;
    }

    /// The step that `text` means: `500`, `5ep`, `50%`. Empty where it means none of this run.
    public OptionalLong stepOf(String text) {
        Schedule schedule = session.scheduleProperty().get();
        String plain = text.replace(" ", "").replace(",", "");
        if (schedule == null || plain.isEmpty()) {
            return OptionalLong.empty();
        }
        double scale = 1;
        if (plain.endsWith("%")) {
            scale = (schedule.steps() - 1) / 100.0;
            plain = plain.substring(0, plain.length() - 1);
        } else if (plain.endsWith("ep")) {
            scale = schedule.run().stepsPerEpoch().orElse(0);
            plain = plain.substring(0, plain.length() - 2);
        }
        double step = new Input(plain).number().orElse(-1) * scale;
        boolean inside = scale > 0 && step >= 0 && step < schedule.steps();
        return inside ? OptionalLong.of(Math.round(Math.floor(step))) : OptionalLong.empty();
    }

    /// Shows the step that `text` means in the chart and the table, or says that there is none.
    public void jump(String text) {
        OptionalLong step = stepOf(text);
        message.set(step.isPresent() ? "" : get("dryrun.no-such-step", text));
        step.ifPresent(chart::reveal);
    }

    /// The whole trace to the clipboard; to a file where it is long.
    public void copyCsv() {
        Schedule schedule = session.scheduleProperty().get();
        if (schedule == null) {
            return;
        }
        if (schedule.steps() > MOST_COPIED) {
            saveCsv(schedule);
            return;
        }
        clipboard.putText(TraceCsv.text(schedule));
        message.set(get("dryrun.copied", Long.toString(schedule.steps())));
    }

    private void saveCsv(Schedule schedule) {
        var kinds = List.of(new Dialogs.FileKind("CSV", List.of("*.csv")));
        dialogs.chooseToSave(get("dryrun.save.title", Long.toString(schedule.steps())), "trace.csv", kinds)
                .ifPresent(file -> write(schedule, file));
    }

    private void write(Schedule schedule, Path file) {
        message.set(get("dryrun.writing", file.getFileName()));
        background.run(
                _ -> {
                    try (var out = Files.newOutputStream(file)) {
                        TraceCsv.write(schedule, TraceCsv.Rows.all(schedule), out);
                    }
                    return file;
                },
                done -> message.set(get("dryrun.written", done.getFileName())),
                failure -> message.set(get("dryrun.not-written", file.getFileName(), String.valueOf(failure.getMessage()))));
    }

    /// The training loop that this document asks for.
    public List<LoopLine> trainingLoop() {
        Document document = session.document();
        boolean perBatch = document.schedule().stepOn() == StepUnit.BATCH;
        boolean accumulates = document.training().accumulation().count().orElse(1) > 1;
        boolean clips = !document.training().clipGradNorm().isBlank();
        String call = endsOnPlateau() ? "scheduler.step(metric)" : "scheduler.step()";
        var lines = new ArrayList<LoopLine>();
        lines.add(new LoopLine("for epoch in range(epochs):", false));
        lines.add(new LoopLine(accumulates ? "    for i, batch in enumerate(loader):" : "    for batch in loader:", false));
        lines.add(new LoopLine("        loss = loss_fn(model, batch)", false));
        lines.add(new LoopLine(accumulates ? "        (loss / accumulation).backward()" : "        loss.backward()", false));
        if (accumulates) {
            lines.add(new LoopLine("        if (i + 1) % accumulation: continue", false));
        }
        if (clips) {
            lines.add(new LoopLine("        clip_grad_norm_(model.parameters(), max_norm)", false));
        }
        lines.add(new LoopLine("        optimizer.step()", false));
        if (perBatch) {
            lines.add(new LoopLine("        " + call, true));
        }
        lines.add(new LoopLine("        optimizer.zero_grad()", false));
        if (!perBatch) {
            lines.add(new LoopLine("    " + call, true));
        }
        return lines;
    }

    private boolean endsOnPlateau() {
        return plateau() != null;
    }

    private @Nullable ReduceLROnPlateau plateau() {
        Schedule schedule = session.scheduleProperty().get();
        return schedule != null && schedule.stages().getLast().scheduler() instanceof ReduceLROnPlateau plateau
                ? plateau
                : null;
    }

    /// What a plateau does on the metric that the document has: its reductions for the first group, or why there are none.
    /// Empty where there is no plateau.
    public List<String> reductions() {
        ReduceLROnPlateau plateau = plateau();
        if (plateau == null) {
            return List.of();
        }
        if (plateau.metric().size() == 0) {
            return List.of(get("dryrun.no-metric"));
        }
        long start = schedule().stages().getLast().start();
        Group first = schedule().groups().getFirst();
        List<String> texts = plateau.reductions().get(first.index()).stream()
                .map(reduction -> get(
                        "dryrun.reduction", Long.toString(start + reduction.step()), Numbers.format(reduction.lr(), 6)))
                .toList();
        return texts.isEmpty() ? List.of(get("dryrun.no-reduction")) : texts;
    }
}
