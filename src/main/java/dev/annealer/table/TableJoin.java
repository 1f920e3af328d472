package dev.annealer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Losses of one table beside the learning rates of another, as TensorBoard's downloads need it: one scalar a file.
///
/// @param table one row for each row of the losses: their step where there is one, the learning rate, the loss
/// @param remark how the rows were matched
public record TableJoin(Table table, ColumnRoles roles, String remark) {
    /// Joins by step. A step without a learning rate has the one of the last step before it, as a scheduler's has. Without
    /// steps on both sides the rows belong to each other by their position.
    ///
    /// @param lrRoles say where the learning rate is, and the step
    /// @param lossRoles say where the loss is, and the step
    /// @throws TableException where neither steps nor equal numbers of rows match the two
    public static TableJoin of(Table lr, ColumnRoles lrRoles, Table loss, ColumnRoles lossRoles) throws TableException {
        Column rates = lr.columns().get(lrRoles.lr().orElseThrow());
        Column losses = loss.columns().get(lossRoles.loss().orElseThrow());
        boolean bySteps = lrRoles.step().isPresent() && lossRoles.step().isPresent();
        if (!bySteps && lr.rows() != loss.rows()) {
            throw new TableException(
                    "the learning rates (" + lr.rows() + " rows) and the losses (" + loss.rows() + " rows) have no "
                            + "step in common",
                    "both files need a column of steps, or the same number of rows");
        }
        var columns = new ArrayList<Column>();
        double[] matched = rates.toArray();
        if (bySteps) {
            Column steps = loss.columns().get(lossRoles.step().getAsInt());
            columns.add(steps);
            matched = new Steps(lr.columns().get(lrRoles.step().getAsInt()), rates).at(steps);
        }
        boolean sameName = rates.name().equals(losses.name());
        columns.add(Column.of(sameName ? "lr" : rates.name(), matched));
        columns.add(Column.of(sameName ? "loss" : losses.name(), losses.toArray()));
        int last = columns.size() - 1;
        var roles = new ColumnRoles(
                OptionalInt.of(last - 1),
                lrRoles.scale(),
                lrRoles.lrCertainty(),
                OptionalInt.of(last),
                lossRoles.lossCertainty(),
                bySteps ? OptionalInt.of(0) : OptionalInt.empty());
        var table = new Table("two tables, joined", Map.of(), columns, loss.rows(), List.of(), 0);
        return new TableJoin(table, roles, bySteps ? "joined by step" : "joined row by row");
    }

    /// Learning rates by step, sorted.
    private static final class Steps {
        private final double[] steps;
        private final double[] rates;

        Steps(Column steps, Column rates) {
            int[] order = IntStream.range(0, steps.size())
                    .filter(i -> !Double.isNaN(steps.get(i)) && !Double.isNaN(rates.get(i)))
                    .boxed()
                    .sorted((a, b) -> Double.compare(steps.get(a), steps.get(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.steps = IntStream.of(order).mapToDouble(steps::get).toArray();
            this.rates = IntStream.of(order).mapToDouble(rates::get).toArray();
        }

        double[] at(Column wanted) {
            return IntStream.range(0, wanted.size()).mapToDouble(i -> at(wanted.get(i))).toArray();
        }

        /// Of several learning rates of one step the last.
        private double at(double step) {
            int low = 0;
            int high = steps.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (steps[middle] <= step) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 || Double.isNaN(step) ? Double.NaN : rates[low - 1];
        }
    }
}
