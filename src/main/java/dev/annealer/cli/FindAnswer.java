package dev.annealer.cli;

import dev.annealer.document.Numbers;
import dev.annealer.finder.Analysis;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.Sweep;
import dev.annealer.finder.Use;
import dev.annealer.finder.rule.Pick;
import dev.annealer.table.ColumnRoles.Certainty;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `find` says of one sweep.
record FindAnswer(FinderFile file, FinderRun run, Analysis analysis) {
    private static final int DIGITS = 4;

    ObjectNode json() {
        Sweep sweep = analysis.sweep();
        ObjectNode answer = JsonOutput.object()
                .put("file", file.name())
                .put("sweep", sweep.number())
                .put("lr_column", run.lrColumn())
                .put("loss_column", run.lossColumn())
                .put("points", sweep.size())
                .put("dropped", sweep.dropped())
                .put("smoothing", analysis.beta())
                .put("already_smoothed", analysis.alreadySmoothed());
        ArrayNode picks = answer.putArray("picks");
        analysis.picks().forEach(pick -> picks.add(json(pick)));
        ArrayNode verdict = answer.putArray("verdict");
        sentences().forEach(verdict::add);
        ArrayNode uses = answer.putArray("use");
        for (Use use : Use.of(analysis.steepest())) {
            uses.addObject()
                    .put("for", use.target())
                    .put("optimizer", use.optimizer())
                    .put("lr", use.lr())
                    .put("because", use.because());
        }
        return answer;
    }

    private ObjectNode json(Pick pick) {
        ObjectNode node = JsonOutput.object().put("rule", pick.rule());
        if (!pick.isFound()) {
            return node.putNull("lr").putNull("row").putNull("loss").put("why", pick.why());
        }
        return node.put("lr", pick.lr()).put("row", row(pick)).put("loss", loss(pick));
    }

    private int row(Pick pick) {
        return analysis.sweep().rows()[pick.index()];
    }

    /// The file's own, not the smoothed one.
    private double loss(Pick pick) {
        return analysis.sweep().loss()[pick.index()];
    }

    private List<String> sentences() {
        var sentences = new ArrayList<>(analysis.verdict());
        sentences.addAll(run.remarks());
        return sentences;
    }

    String text() {
        var text = new StringBuilder(heading());
        var picks = new TextTable("  ");
        picks.alignRight(2);
        picks.row("rule", "lr", "row", "loss");
        for (Pick pick : analysis.picks()) {
            if (pick.isFound()) {
                picks.row(pick.rule(), number(pick.lr()), Integer.toString(row(pick)), number(loss(pick)));
            } else {
                picks.row(pick.rule(), "-", "-", pick.why());
            }
        }
        text.append(picks);
        var uses = new TextTable("  ");
        Use.of(analysis.steepest()).forEach(use -> uses.row(use.target(), use.optimizer(), number(use.lr()), use.because()));
        text.append(uses.isEmpty() ? "" : "\n" + uses).append('\n');
        sentences().forEach(sentence -> text.append("  ").append(Printable.text(sentence)).append('\n'));
        return text.toString();
    }

    private String heading() {
        Sweep sweep = analysis.sweep();
        String which = run.sweeps().size() == 1 ? "" : ", sweep " + (sweep.number() + 1) + " of " + run.sweeps().size();
        String points = file.name() + which + ": " + Amount.of(sweep.size(), "point") + ", lr " + number(sweep.lr()[0]) + " to "
                + number(sweep.lr()[sweep.size() - 1]);
        String columns = "  lr: `" + run.lrColumn() + "`" + guessed(file.roles().lrCertainty()) + ", loss: `" + run.lossColumn()
                + "`" + guessed(file.roles().lossCertainty()) + ", smoothing: " + Numbers.format(analysis.beta());
        return Printable.text(points) + "\n" + Printable.text(columns) + "\n\n";
    }

    private static String guessed(Certainty certainty) {
        return switch (certainty) {
            case NAME -> "";
            case PART_OF_NAME -> " (a guess, from a part of the name)";
            case VALUES -> " (a guess, from the values)";
            case NONE -> " (a guess)";
        };
    }

    private static String number(double value) {
        return Numbers.format(value, DIGITS);
    }
}
