package dev.annealer.table;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/// Which column is the learning rate, which the loss, and which counts the steps.
///
/// @param lr positions in the table
/// @param scale how the learning rate is written
/// @param lrCertainty how sure the guess is
public record ColumnRoles(
        OptionalInt lr, LrScale scale, Certainty lrCertainty, OptionalInt loss, Certainty lossCertainty, OptionalInt step) {
    /// How a column writes learning rates.
    public enum LrScale {
        LINEAR,
        LOG10,
        LN;

        /// The learning rate that `value` stands for.
        public double toLearningRate(double value) {
            return switch (this) {
                case LINEAR -> value;
                case LOG10 -> Math.pow(10, value);
                case LN -> Math.exp(value);
            };
        }
    }

    /// Where a guess comes from.
    public enum Certainty {
        NAME,
        PART_OF_NAME,
        VALUES,
        NONE
    }

    /// No base-10 logarithm of a learning rate that someone tries lies below this; natural ones of all but short tests do.
    private static final double LEAST_LOG10 = -9.5;

    private static final int FEW_ROWS = 3;

    /// The guess for a file of this name: where a column is called no more than `Value`, as in TensorBoard's downloads, the
    /// file's name says what it holds.
    public static ColumnRoles guess(Table table, String fileName) {
        ColumnRoles roles = guess(table);
        int value = table.indexOf("value").orElse(-1);
        boolean learningRates = value >= 0 && ColumnNames.lr(fileName.replaceFirst("\\.[^.]*$", "")) > 0;
        boolean open = (roles.lr.isEmpty() || roles.lr.getAsInt() == value) && roles.loss.orElse(value) == value;
        if (!learningRates || !open) {
            return roles;
        }
        OptionalInt none = OptionalInt.empty();
        return new ColumnRoles(OptionalInt.of(value), LrScale.LINEAR, Certainty.PART_OF_NAME, none, Certainty.NONE, roles.step);
    }

    public static ColumnRoles guess(Table table) {
        List<Column> columns = table.columns();
        OptionalInt lr = best(columns, column -> lrScore(column, table.rows()), -1);
        int taken = lr.orElse(-1);
        OptionalInt step = best(columns, ColumnRoles::stepScore, taken);
        String run = lr.isPresent() ? ColumnNames.run(columns.get(taken).name()) : "";
        OptionalInt loss = best(columns, column -> lossScore(column, table.rows(), run), taken);
        if (loss.isEmpty() && lr.isPresent()) {
            loss = best(columns, column -> lossScoreOfValues(column, table.rows()), taken);
        }
        return new ColumnRoles(
                lr,
                lr.isPresent() ? scale(columns.get(taken)) : LrScale.LINEAR,
                certainty(lr, columns, ColumnNames::lr),
                loss,
                certainty(loss, columns, ColumnNames::loss),
                step);
    }

    private static Certainty certainty(OptionalInt position, List<Column> columns, ToIntFunction<String> nameScore) {
        if (position.isEmpty()) {
            return Certainty.NONE;
        }
        int score = nameScore.applyAsInt(columns.get(position.getAsInt()).name());
        return score >= ColumnNames.BY_NAME
                ? Certainty.NAME
                : score >= ColumnNames.BY_PART ? Certainty.PART_OF_NAME : Certainty.VALUES;
    }

    /// The column with the highest positive score; of several the one with most numbers, and of those the first.
    private static OptionalInt best(List<Column> columns, ToIntFunction<Column> score, int except) {
        int best = -1;
        int highest = 0;
        for (int i = 0; i < columns.size(); i++) {
            int own = i == except || columns.get(i).numeric() == 0 ? 0 : score.applyAsInt(columns.get(i));
            boolean fuller = best >= 0 && own == highest && columns.get(i).numeric() > columns.get(best).numeric();
            if (own > highest || own > 0 && fuller) {
                best = i;
                highest = own;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int lrScore(Column column, int rows) {
        int byName = ColumnNames.lr(column.name());
        if (byName > 0) {
            return byName;
        }
        boolean open = ColumnNames.loss(column.name()) <= 10 && !ColumnNames.isNoLoss(column.name());
        if (rows < FEW_ROWS || !open) {
            return 0;
        }
        var values = new ColumnValues(column);
        return values.isSweep() ? 20 : values.isSweepOfLogarithms() ? 10 : 0;
    }

    private static LrScale scale(Column column) {
        String plain = ColumnNames.plain(column.name());
        var values = new ColumnValues(column);
        if (!ColumnNames.isLogarithm(column.name()) && !values.isMostlyNegative()) {
            return LrScale.LINEAR;
        }
        boolean natural = plain.contains("ln") || !plain.contains("10") && values.least() < LEAST_LOG10;
        return natural ? LrScale.LN : LrScale.LOG10;
    }

    /// @param run the learning rate's; its own loss comes first
    private static int lossScore(Column column, int rows, String run) {
        int byName = column.numeric() >= Math.min(2, rows) ? ColumnNames.loss(column.name()) : 0;
        return byName > 0 && !run.isEmpty() && run.equals(ColumnNames.run(column.name())) ? byName + 5 : byName;
    }

    /// For columns whose names say nothing: one that holds numbers in most rows and does not count.
    private static int lossScoreOfValues(Column column, int rows) {
        boolean open = !ColumnNames.isNoLoss(column.name()) && stepScore(column) == 0;
        return open && column.numeric() >= rows / 2 ? 5 : 0;
    }

    private static int stepScore(Column column) {
        int byName = ColumnNames.step(column.name());
        return byName > 0 ? byName : ColumnValues.count(column) ? 20 : 0;
    }

    /// These roles with the learning rate in another column, or in none.
    public ColumnRoles withLr(Table table, OptionalInt position) {
        LrScale newScale = position.isPresent() ? scale(table.columns().get(position.getAsInt())) : LrScale.LINEAR;
        return new ColumnRoles(position, newScale, certain(position), loss, lossCertainty, step);
    }

    public ColumnRoles withLr(Table table, int position) {
        return withLr(table, OptionalInt.of(position));
    }

    /// These roles with the loss in another column, or in none.
    public ColumnRoles withLoss(OptionalInt position) {
        return new ColumnRoles(lr, scale, lrCertainty, position, certain(position), step);
    }

    public ColumnRoles withLoss(int position) {
        return withLoss(OptionalInt.of(position));
    }

    private static Certainty certain(OptionalInt position) {
        return position.isPresent() ? Certainty.NAME : Certainty.NONE;
    }

    /// What a column is used as: `lr`, `loss`, `step`, or blank.
    public String roleOf(int position) {
        if (lr.orElse(-1) == position) {
            return "lr";
        }
        return loss.orElse(-1) == position ? "loss" : step.orElse(-1) == position ? "step" : "";
    }
}
