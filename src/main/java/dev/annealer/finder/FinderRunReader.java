package dev.annealer.finder;

import dev.annealer.table.Column;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.ColumnRoles.LrScale;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableJoin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Table to sweeps.
public final class FinderRunReader {
    private final String name;
    private final Table table;
    private final ColumnRoles roles;
    private final List<String> remarks = new ArrayList<>();

    /// @param name of the file
    public FinderRunReader(String name, Table table, ColumnRoles roles) {
        this(new FinderFile(name, table, roles));
    }

    FinderRunReader(FinderFile file) {
        name = file.name();
        table = file.table();
        roles = file.roles();
        remarks.addAll(file.remarks());
    }

    public FinderRun read() throws FinderException {
        if (roles.lr().isEmpty()) {
            throw new FinderException(
                    "no column looks like a learning rate: there are " + table.namesInShort(),
                    "name it with --lr, choose it in the preview, or give the file that holds it as well");
        }
        if (roles.loss().isEmpty()) {
            throw new FinderException(
                    "no column looks like a loss: there are " + table.namesInShort(), "name it with --loss, choose it "
                            + "in the preview, or give the file that holds it as well");
        }
        Column lr = table.columns().get(roles.lr().getAsInt());
        Column loss = table.columns().get(roles.loss().getAsInt());
        var splitter = new SweepSplitter(loss);
        List<Sweep> sweeps = splitter.split(learningRates(lr, loss));
        if (splitter.pointsLeft() > 0) {
            remarks.add(splitter.pointsLeft() == 1
                    ? "1 point lies in a rise too short to read."
                    : splitter.pointsLeft() + " points lie in rises too short to read: fewer than "
                            + Sweep.LEAST_POINTS + " points.");
        }
        int used = sweeps.stream().mapToInt(Sweep::size).sum();
        return new FinderRun(name, lr.name(), loss.name(), sweeps, table.rows() - used, remarks);
    }

    private double[] learningRates(Column column, Column loss) {
        double[] values = stepwise(column, loss);
        if (roles.scale() != LrScale.LINEAR) {
            Arrays.setAll(values, i -> roles.scale().toLearningRate(values[i]));
            remarks.add("The column `" + column.name() + "` holds logarithms to the base "
                    + (roles.scale() == LrScale.LOG10 ? "10" : "e") + ".");
        }
        return values;
    }

    /// Loggers that write one value a row put learning rates and losses on different rows: there each loss has the learning rate
    /// of its step, or the last one before it.
    private double[] stepwise(Column lr, Column loss) {
        long losses = IntStream.range(0, table.rows()).filter(i -> !loss.isMissing(i)).count();
        long alone = IntStream.range(0, table.rows()).filter(i -> !loss.isMissing(i) && lr.isMissing(i)).count();
        if (alone * 2 <= losses) {
            return lr.toArray();
        }
        double[] joined = joinedBySteps().orElseGet(() -> carriedOn(lr));
        remarks.add("Learning rate and loss stand on different rows; each loss has the learning rate of its step, or "
                + "the last one before.");
        return joined;
    }

    private Optional<double[]> joinedBySteps() {
        boolean stepsEverywhere = roles.step().isPresent() && table.columns().get(roles.step().getAsInt()).missing() == 0;
        if (!stepsEverywhere) {
            return Optional.empty();
        }
        try {
            TableJoin join = TableJoin.of(table, roles, table, roles);
            return Optional.of(join.table().columns().get(join.roles().lr().orElseThrow()).toArray());
        } catch (TableException e) {
            throw new IllegalStateException("a table has as many rows as itself", e);
        }
    }

    private static double[] carriedOn(Column lr) {
        double[] carried = lr.toArray();
        for (int i = 1; i < carried.length; i++) {
            carried[i] = lr.isMissing(i) ? carried[i - 1] : carried[i];
        }
        return carried;
    }
}
